using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Tests.RuleSets;
using Eligibility.Text;

namespace Eligibility.Tests.Cli;

/// <summary>One spelling of names: only names in formulas change, the rules stay the same, and there is a way back.</summary>
public sealed class FmtTests : IDisposable
{
    private const string File = "000000/card/2020-01-01.yaml";
    private readonly Gate.Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    private static Dictionary<string, byte[]> Contents(string rules) =>
        Directory.GetFiles(rules, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(rules, f), System.IO.File.ReadAllBytes);

    [Fact]
    public void The_library_goes_to_labels_and_back_byte_for_byte()
    {
        var rules = _gate.Rules();
        var before = Contents(rules);
        var (exit, printed) = _gate.Run("fmt", rules, "--lang", "zh");
        Assert.True(exit == 0, printed);
        var between = Contents(rules);
        Assert.True(between.Count(f => !before[f.Key].AsSpan().SequenceEqual(f.Value)) >= 8, printed);
        Assert.Contains("ageInMonth", Encoding.UTF8.GetString(before["110000/oldAgeAllowance/2019-10-01.yaml"]), StringComparison.Ordinal);
        Assert.Equal((0, 0), (_gate.Run("check", rules, "--no-lints").Exit, _gate.Run("fmt", rules, "--lang", "zh", "--check").Exit));
        Assert.Equal(3, _gate.Run("fmt", rules, "--lang", "en", "--check").Exit);
        Assert.Equal(0, _gate.Run("fmt", rules, "--lang", "en").Exit);
        var after = Contents(rules);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(after, f => Assert.Equal(Encoding.UTF8.GetString(before[f.Key]), Encoding.UTF8.GetString(f.Value)));
    }

    [Fact]
    public void The_library_is_kept_in_keys() => Assert.Equal(0, _gate.Run("fmt", Repository.PathOf("rules"), "--lang", "en", "--check").Exit);

    [Fact]
    public void Names_in_formulas_tables_and_sentences_change_and_nothing_else()
    {
        const string rules = """
            derived:
              - { name: fee, label: 月费, formula: 'if deposit > 5 then 1 else 2 # no comment', cite: s }
            """;
        var body = rules.Replace(" # no comment", "", StringComparison.Ordinal) + """

              - { name: sum, label: 合计, formula: 'sum(for x in [{ fee: 1 }] return x.fee) + fee', cite: s }
              - name: table
                label: 表格
                cite: s
                table:
                  hit: first
                  rows: |
                    | fee > 1 | amount    |
                    | true    | fee * 2   |
                    | -       | "fee" = "" |
            """;
        body = body.Replace("\"fee\" = \"\"", "fee", StringComparison.Ordinal);
        var changed = Rewrite(body, Language.Chinese);
        Assert.Equal(body.Replace("return x.fee) + fee", "return x.fee) + 月费", StringComparison.Ordinal).Replace("| fee > 1 |", "| 月费 > 1 |", StringComparison.Ordinal)
            .Replace("| fee * 2 ", "| 月费 * 2 ", StringComparison.Ordinal).Replace("| fee |", "| 月费 |", StringComparison.Ordinal).Replace("deposit > 5", $"{Label("deposit")} > 5", StringComparison.Ordinal), changed);
        Assert.Equal(body, Rewrite(changed, Language.English));
    }

    private static string Label(string key) => Toy.Book(Toy.Rules(File, Toy.Pays("1"))).Vocabulary.Root.Attribute(key)!.Label.Zh;

    [Theory]
    [InlineData("月 费")] // two words
    [InlineData("（月费）")]
    [InlineData("月费(元)")]
    [InlineData("如果")] // read as `if`
    [InlineData("fee too")]
    public void A_label_that_is_no_name_is_left_a_key(string label)
    {
        var body = $"derived:\n  - {{ name: fee, label: \"{label}\", formula: '1', cite: s }}\n  - {{ name: more, label: 更多, formula: 'fee + 1', cite: s }}\n";
        Assert.Equal(body, Rewrite(body, Language.Chinese));
    }

    [Fact]
    public void A_label_of_two_things_is_left_a_key_and_refused_where_it_is_written()
    {
        const string two = "derived:\n  - { name: one, label: 月费, formula: '1', cite: s }\n  - { name: other, label: 月费, formula: '2', cite: s }\n  - { name: more, label: 更多, formula: '";
        Assert.Equal(two + "one + 1', cite: s }\n", Rewrite(two + "one + 1', cite: s }\n", Language.Chinese));
        Toy.Load(out var bag, Toy.Rules(File, two + "月费 + 1', cite: s }\n"));
        Assert.Equal(["X059"], bag.Select(d => d.Code));
        Assert.Equal("Several things in scope are labelled `月费`: card.one and card.other. Write the key of the one that is meant.", $"{bag.First().Message.En} {bag.First().Advice.En}");
    }

    [Fact]
    public void Rules_with_a_mistake_are_not_touched()
    {
        var rules = _gate.Rules(("110000/oldAgeAllowance/2019-10-01.yaml", Encoding.UTF8.GetBytes(Repository.Text("rules/110000/oldAgeAllowance/2019-10-01.yaml").Replace("formula: hukou", "formula: hukuo", StringComparison.Ordinal))));
        var before = Contents(rules);
        var (exit, printed) = _gate.Run("fmt", rules, "--lang", "zh");
        Assert.Equal(2, exit);
        Assert.Contains("X030", printed, StringComparison.Ordinal);
        Assert.All(Contents(rules), f => Assert.Equal(before[f.Key], f.Value));
    }

    [Fact]
    public void One_read_only_file_keeps_all_from_being_written()
    {
        var rules = _gate.Rules();
        var file = Path.Combine(rules, "110000/oldAgeAllowance/2019-10-01.yaml");
        var before = Contents(rules);
        System.IO.File.SetAttributes(file, FileAttributes.ReadOnly);
        var (exit, printed) = _gate.Run("fmt", rules, "--lang", "zh");
        System.IO.File.SetAttributes(file, FileAttributes.Normal);
        Assert.Equal(2, exit);
        Assert.Contains("Q009", printed, StringComparison.Ordinal);
        Assert.All(Contents(rules), f => Assert.Equal(before[f.Key], f.Value));
    }

    private static string Rewrite(string body, Language language)
    {
        var bag = new DiagnosticBag();
        var respelt = NameSpelling.Rewrite(Toy.Sources((File, body)), language, bag);
        Assert.Empty(bag);
        Assert.True(respelt!.KeepsMeaning);
        var head = Toy.WithHead(File, body)[..^body.Length];
        return respelt.Files.Count == 0 ? body : Encoding.UTF8.GetString(Assert.Single(respelt.Files).Bytes)[head.Length..];
    }
}
