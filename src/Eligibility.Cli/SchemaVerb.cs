using System.CommandLine;
using Eligibility.Schemas;
using Eligibility.Text;

namespace Eligibility.Cli;

/// <summary><c>elig schema [dir]</c>: writes the JSON Schemas of the formats, or checks that they are up to date.</summary>
internal static class SchemaVerb
{
    public static Command Create(ToolContext context)
    {
        var options = new CommonOptions();
        var directory = new Argument<string>("dir") { Description = "规则目录 / the rules directory", DefaultValueFactory = _ => "rules" };
        var check = new Option<bool>("--check") { Description = "只核对是否过时 / only check that they are up to date" };
        var command = new Command("schema", "生成 JSON Schema / write the JSON Schemas") { directory, check, options.Lang };
        command.SetAction(r =>
        {
            var path = r.GetValue(directory)!;
            var book = RuleBook.LoadForOneQuestion(path);
            var folder = Path.Combine(path, "schema");
            var stale = SchemaFiles.Of(book.Vocabulary).Where(f => !File.Exists(Path.Combine(folder, f.Name)) || File.ReadAllText(Path.Combine(folder, f.Name)) != f.Content).ToArray();
            var zh = options.LanguageOf(r) == Language.Chinese;
            foreach (var (name, content) in stale)
            {
                if (!r.GetValue(check))
                {
                    Directory.CreateDirectory(folder);
                    File.WriteAllText(Path.Combine(folder, name), content);
                }
                context.Out.WriteLine(r.GetValue(check) ? zh ? $"{name} 已过时，请运行 elig schema" : $"{name} is stale: run `elig schema`" : zh ? $"已写 {name}" : $"wrote {name}");
            }
            return stale.Length > 0 && r.GetValue(check) ? ExitCode.No : ExitCode.Answered;
        });
        return command;
    }
}
