using Eligibility.Tests.Goldens;

namespace Eligibility.Tests.Simulation;

/// <summary>What the tool prints of a simulation.</summary>
public sealed class SummaryTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public void Dispose() => _roll.Dispose();

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void A_reform_of_a_city(string lang)
    {
        var (code, text, _) = SmallRoll.Run(["simulate", Repository.PathOf("seeds/beijing/caseload"), "--rules", Repository.PathOf("rules"), "--place", "110000", "--month", "2024-08", "--known-at", "2024-08-31",
            "--set", "guaranteeLine=1500", "--set", "minimumWage=2420", "--out", _roll.In("city"), "--lang", lang]);
        Assert.Equal(0, code);
        Golden.Verify(text, lang);
    }

    [Fact]
    public void What_a_reform_does_not_touch_stands_on_one_line()
    {
        var (_, text, _) = _roll.Simulate("one", "--set", "borderAllowancePerPerson=100");
        var lines = text.Split('\n');
        // 5 persons × 96 = 480 and the pension of 120; 5 × 4 = 20 more.
        Assert.Contains("现行规则：每月 600.00 元，每年 7,200.00 元", lines);
        Assert.Contains("边民生活补助标准改为 100：每月 620.00 元（+20.00），每年 7,440.00 元", lines);
        Assert.Single(lines, l => l.StartsWith("  不受影响：", StringComparison.Ordinal));
        // Household 1 gets 2 × 4 = 8 more, household 2 gets 3 × 4 = 12 more: the lower is the median. Of household 4 nothing is known.
        Assert.Contains("    增加 2 户 5 人，每月共 +20.00 元，中位数 +8.00 元", lines);
        Assert.Contains("    无法判断 1 户 0 人", lines);
        Assert.Contains("    前后都不享受 1 户", lines);
    }

    [Fact]
    public void Programmes_without_rules_are_told_once()
    {
        var (_, text, _) = _roll.Simulate("none");
        var line = Assert.Single(text.Split('\n'), l => l.Contains("没有生效的规则", StringComparison.Ordinal));
        var titles = line.Split('：')[1].Split('、');
        Assert.All(titles, t => Assert.Equal(1, text.Split(t).Length - 1));
        Assert.DoesNotContain(File.ReadAllLines(_roll.In("none/households.csv")), l => l.StartsWith("3,", StringComparison.Ordinal) && l.Contains("undetermined", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caseload_without_households_is_no_mistake()
    {
        _roll.Write("household", "household,area,borderZone");
        _roll.Write("member", "household,id,birthDate");
        var (code, text, _) = _roll.Simulate("empty", "--set", "borderAllowancePerPerson=100");
        Assert.Equal(0, code);
        Assert.Contains("读入 0 户", text, StringComparison.Ordinal);
        Assert.Contains("现行规则：每月 0.00 元", text, StringComparison.Ordinal);
    }
}
