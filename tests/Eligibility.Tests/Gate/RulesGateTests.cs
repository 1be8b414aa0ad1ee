using System.Text;

namespace Eligibility.Tests.Gate;

/// <summary>Bad rules: `check` ends with 2 and names file, line and what to do, whatever is wrong.</summary>
public sealed class RulesGateTests : IDisposable
{
    private const string Name = "110000/oldAgeAllowance/2019-10-01.yaml";
    private readonly Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    private static string Real => File.ReadAllText(Repository.PathOf($"rules/{Name}"));

    private static string Edited(string from, string to)
    {
        Assert.Contains(from, Real, StringComparison.Ordinal);
        return Real.Replace(from, to, StringComparison.Ordinal);
    }

    private string Check(byte[] file, int exit = 2)
    {
        var (code, printed) = _gate.Run("check", _gate.Rules((Name, file)), "--no-lints", "--lang", "en");
        Assert.True(code == exit, printed);
        return printed;
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n" + Real, "R002" },
        { "a duplicate key", Real + "\npayers: []\n", "R006" },
        { "a tab", Real + "\nclasses:\n\t- name: x\n", "R009" },
        { "a folded scalar", Edited("monthBasis: last", "monthBasis: >\n  last"), "R007" },
        { "a comment behind a formula", Edited("    formula: hukou = \"local\"", "    formula: hukou = \"local\" # the register"), "R027" },
        { "an unknown key", Real + "\nformulas: []\n", "R020" },
        { "a type error", Edited("    formula: hukou = \"local\"", "    formula: hukou = 5"), "X037" },
        { "an unbound name", Edited("    formula: hukou = \"local\"", "    formula: hukuo = \"local\""), "X030" },
        { "a code that does not exist", Edited("    formula: hukou = \"local\"", "    formula: hukou = \"lokal\""), "X040" },
        { "a citation of no source", Real.Replace("cite: rules160 二(三)1", "cite: rules161 二(三)1", StringComparison.Ordinal), "R026" },
        { "an override of nothing", Edited("  - name: registered", "  - name: registered\n    override: true"), "R029" },
        { "the wrong folder", Real.Replace("programme: oldAgeAllowance", "programme: oldAgeAlowance", StringComparison.Ordinal), "R039" },
        { "an unknown place", Real.Replace("jurisdiction: \"110000\"", "jurisdiction: \"119999\"", StringComparison.Ordinal), "R050" },
        { "a value twice", Real.Replace("    values:\n", "    values:\n      - { from: 2019-10-01, published: 2019-10-25, value: 1, cite: rules160 二 }\n", StringComparison.Ordinal), "R035" },
        { "an impossible date", Edited("inForce: { from: 2019-10-01 }", "inForce: { from: 2019-10-32 }"), "R023" },
        { "a billion laughs", "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(", ", Enumerable.Repeat("*" + (char)('a' + i), 10))}]\n")) + Real, "R002" },
        { "a missing parameter", Edited("    formula: hukou = \"local\"", "    formula: residenceLine > 0"), "X030" },
        { "a formula with a comma in a flow row", Edited("applies:\n", "  - { name: late, label: 迟, formula: min(1, 2), cite: rules160 二 }\napplies:\n"), "R016" },
        { "a table row of the wrong width", Edited("applies:\n", "  - name: wide\n    label: 宽\n    cite: rules160 二\n    table:\n      hit: first\n      rows: |\n        | 1 | amount |\n        | 1 | 2 | 3 |\napplies:\n"), "R042" },
        { "a floor that is broken", Edited("derived:\n", "  - name: leastFloor\n    label: 下限\n    floor: \"5\"\n    cite: rules160 二\n    values:\n      - { from: 2019-10-01, published: unknown, value: 1, cite: rules160 二 }\nderived:\n"), "R045" },
        { "nothing at all", "", "R015" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place(string what, string text, string code)
    {
        var printed = Check(Encoding.UTF8.GetBytes(text));
        Assert.True(printed.Contains($"{Name}:", StringComparison.Ordinal), $"{what}: {printed}");
        Named(printed, code);
    }

    /// <summary>Code, place and advice.</summary>
    private static string Named(string printed, string code, string place = Name + ":")
    {
        Assert.Contains($"error {code}", printed, StringComparison.Ordinal);
        Assert.Contains(place, printed, StringComparison.Ordinal);
        Assert.Contains("  = ", printed, StringComparison.Ordinal);
        return printed;
    }

    [Fact]
    public void A_cycle_is_named_whole() => Assert.Contains("oldAgeAllowance.first → oldAgeAllowance.second → oldAgeAllowance.first",
        Named(Check(Encoding.UTF8.GetBytes(Edited("applies:\n", "  - { name: first, label: 甲, formula: second + 1, cite: rules160 二 }\n  - { name: second, label: 乙, formula: first + 1, cite: rules160 二 }\napplies:\n"))), "R040"), StringComparison.Ordinal);

    [Fact]
    public void A_payment_that_may_not_be_whole_fen_is_refused() =>
        Named(Check(Encoding.UTF8.GetBytes(Edited("payers:\n", "  - { name: third, label: 三分之一, per: member, payer: civilAffairs, amount: allowanceFrom80 / 3, cite: rules160 二 }\npayers:\n"))), "R041");

    [Fact]
    public void Rules_in_another_encoding_are_refused() =>
        Named(Check([.. Encoding.UTF8.GetBytes("title: "), 0xB1, 0xB1, 0xBE, 0xA9, (byte)'\n', .. Encoding.UTF8.GetBytes(Real)]), "R013");

    [Fact]
    public void Two_versions_of_one_start_are_refused()
    {
        var rules = _gate.Rules(("110000/oldAgeAllowance/2019-10-01b.yaml", Encoding.UTF8.GetBytes(Real)));
        var (exit, printed) = _gate.Run("check", rules, "--no-lints", "--lang", "en");
        Assert.Equal(2, exit);
        Named(printed, "R035", "110000/oldAgeAllowance/2019-10-01");
    }

    [Fact]
    public void A_circle_of_links_ends()
    {
        var rules = _gate.Rules();
        Directory.CreateSymbolicLink(Path.Combine(rules, "110000", "loop"), rules);
        Assert.Equal(0, _gate.Run("check", rules, "--no-lints", "--lang", "en").Exit);
    }

    [Fact]
    public void A_directory_that_may_not_be_read_is_reported_or_read_by_who_may_read_everything()
    {
        if (OperatingSystem.IsWindows()) return;
        var rules = _gate.Rules();
        var closed = Path.Combine(rules, "110000");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            var (exit, printed) = _gate.Run("check", rules, "--no-lints", "--lang", "en");
            // Rights do not bind the superuser, who reads the directory all the same; then somebody else is asked.
            if (Environment.IsPrivilegedProcess)
            {
                Assert.Equal(0, exit);
                if (AsNobody("check", rules, "--no-lints", "--lang", "en") is not { } other) return;
                (exit, printed) = other;
            }
            Assert.Equal(2, exit);
            Assert.Contains("error R049", printed, StringComparison.Ordinal);
            Assert.Contains("110000", printed, StringComparison.Ordinal);
            Assert.Contains("  = ", printed, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Runs the tool as a user without rights; null where the machine has no means to.</summary>
    private (int Exit, string Printed)? AsNobody(params string[] args)
    {
        const string means = "/usr/bin/setpriv";
        if (!File.Exists(means)) return null;
        for (var folder = new DirectoryInfo(_gate.Folder); folder.FullName != Path.GetTempPath().TrimEnd('/') && folder.Parent is not null; folder = folder.Parent)
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var start = new System.Diagnostics.ProcessStartInfo(means) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var a in new[] { "--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", typeof(Eligibility.Cli.Tool).Assembly.Location }.Concat(args)) start.ArgumentList.Add(a);
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    [Fact]
    public void A_file_in_place_of_the_directory_is_reported() =>
        Assert.Contains("R049", _gate.Run("check", _gate.Write("file", "x"), "--lang", "en").Printed, StringComparison.Ordinal);
}
