using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Mutation;
using Eligibility.RuleSets;
using Eligibility.Tests.RuleSets;
using Eligibility.Text;

namespace Eligibility.Tests.Mutation;

/// <summary>The list of explained survivors is read strictly, and what no longer survives must go from it.</summary>
public class SurvivorTests
{
    private const string File = "000000/card/2020-01-01.yaml";
    private const string Right = "survivors:\n  - file: 000000/card/2020-01-01.yaml\n    item: low\n    changes: [ 'deposit < 5 → deposit <= 5' ]\n    reason: { zh: 甲, en: a }\n";

    private static readonly RuleBook Book = Toy.Book(Toy.Rules(File, Toy.Derived("low = deposit < 5"), Toy.Route));

    private static IReadOnlyList<ExplainedSurvivor> Read(string text, out DiagnosticBag bag) =>
        Survivors.Read(new RuleSourceFile(Survivors.FileName, Encoding.UTF8.GetBytes(text), RuleSourceKind.Survivors), Book.Library, bag = []);

    [Theory]
    [InlineData("file: 000000/card/2020-01-01.yaml", "file: 000000/card/2021-01-01.yaml", "R025")]
    [InlineData("file: 000000/card/2020-01-01.yaml\n    ", "", "R021")]
    [InlineData("item: low\n    ", "", "R021")]
    [InlineData("    reason: { zh: 甲, en: a }\n", "", "R021")]
    [InlineData("reason: { zh: 甲, en: a }", "reason: { en: a }", "R032")]
    [InlineData("    changes: [ 'deposit < 5 → deposit <= 5' ]\n", "", "R021")]
    [InlineData("[ 'deposit < 5 → deposit <= 5' ]", "all", "R022")]
    [InlineData("[ 'deposit < 5 → deposit <= 5' ]", "[ 'deposit < 5 → deposit <= 5', 'deposit < 5 → deposit <= 5' ]", "R053")]
    [InlineData("item: low", "item: low\n    line: 3", "R020")]
    [InlineData("survivors:", "survivor:", "R021 R020")]
    public void A_slip_in_the_list_is_reported(string right, string wrong, string codes)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);
        Read(Right.Replace(right, wrong, StringComparison.Ordinal), out var bag);
        Assert.Equal(codes.Split(' ').Order(), bag.Select(d => d.Code).Order());
    }

    [Fact]
    public void A_list_that_is_no_map_is_reported()
    {
        Assert.Empty(Read("- a\n", out var bag));
        Assert.Equal("R022", Assert.Single(bag).Code);
    }

    private static MutationReport Report(string list)
    {
        var explained = Read(list, out var bag);
        Assert.Empty(bag);
        return new MutationReport(MutationRun.Of(Book, [], _ => true, 1), explained, _ => true, Book.Library);
    }

    [Fact]
    public void An_explained_survivor_is_no_longer_listed()
    {
        var report = Report(Right);
        Assert.Empty(report.Stale);
        Assert.Equal((0, 5), (report.Killed, report.Total)); // <=, and 5 by a cent and a hundredth either way
        Assert.Equal(4, report.Open.Count());
        Assert.DoesNotContain("deposit <= 5", report.Text(Language.English), StringComparison.Ordinal);
        Assert.EndsWith("total: 0/5 0.0 % (refused by the loader 0, explained 1, open 4)\n", report.Text(Language.English), StringComparison.Ordinal);
        Assert.EndsWith("合计: 0/5 0.0 %（装载时拒绝 0，已说明 1，未说明 4）\n", report.Text(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_of_what_does_not_survive_is_stale()
    {
        var report = Report(Right.Replace("<= 5'", "> 5'", StringComparison.Ordinal));
        Assert.Single(report.Stale);
        Assert.False(report.IsClean);
        Assert.Contains("survivors.yaml:4: no such survivor any more: 000000/card/2020-01-01.yaml low: deposit < 5 → deposit > 5", report.Text(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, 200, "99.5 %")]
    [InlineData(1999, 2000, "99.9 %")] // never rounded up to all of it
    [InlineData(2000, 2000, "100.0 %")]
    [InlineData(0, 3, "0.0 %")]
    [InlineData(0, 0, "100.0 %")]
    public void A_share_is_cut_off(int part, int all, string text) => Assert.Equal(text, MutationReport.Percent(part, all));
}
