using Eligibility.Cli;

namespace Eligibility.Tests.Simulation;

/// <summary>The tool over a small caseload: exit codes, files, and that merging parts gives the bytes of the whole.</summary>
public sealed class SimulateVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulate").FullName;

    public SimulateVerbTests()
    {
        Directory.CreateDirectory(In("roll"));
        // The border families of Pingxiang: two persons at 96 yuan each, three, and one who does not live in the zone.
        File.WriteAllText(In("roll/household.csv"), "household,area,borderZone\n1,rural,true\n2,rural,true\n3,urban,false\n4,rural,\n5,city,true\n");
        File.WriteAllText(In("roll/member.csv"), "household,id,birthDate\n1,1,1970-01-01\n1,2,1940-01-01\n2,1,1980-01-01\n2,2,1982-01-01\n2,3,2010-01-01\n3,1,1990-01-01\n4,1,1990-01-01\n5,1,1990-01-01\n");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private string In(string name) => Path.Combine(_folder, name);

    private (int Code, string Out, string Error) Simulate(string target, params string[] more) =>
        Run(["simulate", In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--month", "2013-12", "--known-at", "2013-12-31", "--out", In(target), .. more]);

    private static (int Code, string Out, string Error) Run(string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (Tool.Run(args, output, error, TimeProvider.System), output.ToString(), error.ToString());
    }

    [Fact]
    public void The_cost_is_told_and_rejected_rows_are_listed()
    {
        var (code, text, _) = Simulate("plain");
        Assert.Equal(0, code);
        // 5 persons × 96 = 480; one of them is 73 and draws the pension of 120.
        Assert.Contains("每月 600.00", text, StringComparison.Ordinal);
        Assert.Contains("读入 5 户：测算 4，不可用 1", text, StringComparison.Ordinal);
        var rejected = File.ReadAllLines(In("plain/rejected.csv"));
        Assert.StartsWith("5,household.csv,6,area,", Assert.Single(rejected[1..]), StringComparison.Ordinal);
        Assert.Equal(["households.csv", "rejected.csv", "report.html", "report.xlsx", "result.json"], Directory.GetFiles(In("plain")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Contains("1,1,borderAllowance,eligible,192.00", File.ReadAllLines(In("plain/households.csv")));
        Assert.Contains("4,1,borderAllowance,undetermined,", File.ReadAllLines(In("plain/households.csv")));
    }

    [Fact]
    public void Somebody_worse_off_is_exit_3_only_when_asked()
    {
        Assert.Equal(0, Simulate("worse", "--set", "borderAllowancePerPerson=90").Code);
        var (code, _, _) = Simulate("worse", "--set", "borderAllowancePerPerson=90", "--hold-harmless");
        Assert.Equal(3, code);
        // 2 × (96 − 90) = 12 less, and the reason.
        Assert.Contains("1,1,borderAllowance,borderAllowancePerPerson=90,eligible,192.00,eligible,180.00,-12.00,losing,边民生活补助 192.00→180.00", File.ReadAllLines(In("worse/households.csv")));
        Assert.Equal(0, Simulate("better", "--set", "borderAllowancePerPerson=100", "--hold-harmless", "--verify", "3").Code);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en", "--set", "minimumLiving.averageSubsidyLevel[area=rural]=100")]
    [InlineData("zh", "--set", "borderAllowancePerPerson=90", "--side-by-side")]
    public void Parts_merge_to_the_bytes_of_the_whole(string lang, params string[] more)
    {
        string[] all = ["--set", "borderAllowancePerPerson=100", "--lang", lang, .. more];
        Assert.Equal(0, Simulate("whole", all).Code);
        foreach (var part in new[] { 2, 1, 3 }) Assert.Equal(0, Simulate($"part{part}", [.. all, "--shard", $"{part}/3"]).Code);
        Assert.Equal(0, Run(["merge", In("part3"), In("part2"), In("part1"), "--out", In("merged"), "--lang", lang]).Code);
        foreach (var file in new[] { "result.json", "households.csv", "rejected.csv", "report.html", "report.xlsx" }) Assert.Equal(File.ReadAllBytes(In($"whole/{file}")), File.ReadAllBytes(In($"merged/{file}")));
    }

    [Fact]
    public void A_part_is_merged_once()
    {
        Assert.Equal(0, Simulate("part1", "--shard", "1/2").Code);
        var (code, _, error) = Run(["merge", In("part1"), In("part1"), "--out", In("twice")]);
        Assert.Equal(2, code);
        Assert.Contains("S055", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unsorted_caseload_gives_the_same()
    {
        Simulate("sorted");
        File.WriteAllText(In("roll/household.csv"), "household,area,borderZone\n3,urban,false\n2,rural,true\n5,city,true\n1,rural,true\n4,rural,\n");
        Assert.Equal(0, Simulate("unsorted").Code);
        foreach (var file in new[] { "result.json", "households.csv" }) Assert.Equal(File.ReadAllText(In($"sorted/{file}")), File.ReadAllText(In($"unsorted/{file}")));
    }

    [Fact]
    public void Other_rules_are_a_reform_of_their_own()
    {
        var (code, text, _) = Simulate("rules", "--reform-rules", Repository.PathOf("rules"));
        Assert.Equal(0, code);
        Assert.Contains("（0.00）", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--shard", "3", "S054")]
    [InlineData("--overlay", "no-such", "Q")]
    [InlineData("--set", "x", "S050")]
    public void What_cannot_be_asked_is_refused(string option, string value, string code)
    {
        var (exit, _, error) = Simulate("refused", option, value);
        Assert.Equal(2, exit);
        Assert.Contains(code, error, StringComparison.Ordinal);
    }
}
