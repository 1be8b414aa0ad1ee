using Eligibility.Cli;

namespace Eligibility.Tests.Goldens;

/// <summary>What a clerk is shown of statements, differences, deadlines and receipts.</summary>
public class StatementGoldenTests
{
    private const string Beijing = "seeds/beijing/late-notice.case.json";
    private const string Guangzhou = "seeds/guangzhou/couple-on-the-roll.json";

    public static TheoryData<string, string> Commands => new()
    {
        { "beijing-in-july", $"statement {Beijing} --from 2024-06 --to 2024-08 --known-at 2024-07-20" },
        { "beijing-now", $"statement {Beijing} --from 2024-06 --to 2024-08 --known-at 2024-08-31 --lang en" },
        { "beijing-difference", $"adjust {Beijing} --from 2024-07 --to 2024-08 --decided-at 2024-07-20 --known-at 2024-08-31" },
        { "beijing-difference-assumed", $"adjust {Beijing} --from 2024-07 --to 2024-08 --decided-at 2024-07-20 --known-at 2024-08-31 --overlay arrears-assumed-2024 --lang en" },
        { "guangzhou-before", $"statement {Guangzhou} --from 2025-04 --to 2025-06 --known-at 2025-05-29 --overlay assumed-line-of-2024" },
        { "guangzhou-owed", $"adjust {Guangzhou} --from 2025-01 --to 2025-05 --decided-at 2025-05-29 --known-at 2025-05-30 --overlay assumed-line-of-2024" },
        { "beijing-json", $"statement {Beijing} --from 2024-08 --to 2024-08 --known-at 2024-08-31 --format json" },
        { "guangzhou-json", $"adjust {Guangzhou} --from 2025-05 --to 2025-05 --decided-at 2025-05-29 --known-at 2025-05-30 --overlay assumed-line-of-2024 --format json" },
        { "deadlines", "deadlines 421083/minimumLiving --accepted 2019-03-04 --known-at 2019-12-31" },
        { "deadlines-2026", "deadlines 000000/minimumLiving --accepted 2026-08-03 --known-at 2026-08-03 --lang en" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_tool_says(string name, string command)
    {
        using var output = new StringWriter();
        var args = command.Split(' ').Select(w => w.StartsWith("seeds/", StringComparison.Ordinal) ? Repository.PathOf(w) : w);
        Assert.Equal(ExitCode.Answered, Tool.Run([.. args, "--rules", Repository.PathOf("rules")], output, output, TimeProvider.System));
        Golden.Verify(output.ToString(), name);
    }
}
