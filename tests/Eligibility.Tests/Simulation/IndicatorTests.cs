using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Simulation;

/// <summary>The indicators of the field, worked by hand.</summary>
public sealed class IndicatorTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public void Dispose() => _roll.Dispose();

    private JObject Programme(string target, string programme, string place = "451481", string month = "2013-12", string knownAt = "2013-12-31")
    {
        var (code, _, error) = SmallRoll.Run(["simulate", _roll.In("roll"), "--rules", Repository.PathOf("rules"), "--place", place, "--month", month, "--known-at", knownAt, "--out", _roll.In(target)]);
        Assert.True(code == 0, error);
        return (JObject)JObject.Parse(File.ReadAllText(_roll.In($"{target}/result.json")))["variants"]![0]!["programmes"]!.Single(p => (string)p["programme"]! == programme)["indicators"]!;
    }

    [Fact]
    public void Levels_and_coverage_of_an_allowance()
    {
        var i = Programme("allowance", "borderAllowance");
        // Five persons in two households get 480: 96 each, 240 a household. The caseload is 4 households with 7 persons. There is no line to measure by.
        Assert.Equal(["96", "240", "5/7", "0.5"], new[] { "meanPerPerson", "meanPerHousehold", "coveredPersons", "coveredHouseholds" }.Select(k => (string)i[k]!));
        Assert.Equal(JTokenType.Null, i["partOfLine"]!.Type);
    }

    [Fact]
    public void The_level_is_measured_by_the_line()
    {
        _roll.Write("household", "household,propertyConforms,marginalPropertyConforms,singleParentFamily,employmentReported,legalObligors,grants", "1,true,true,false,true,none,none");
        File.Copy(Repository.PathOf("seeds/beijing/caseload/member.csv"), _roll.In("roll/member.csv"), true);
        var lines = File.ReadAllLines(_roll.In("roll/member.csv"));
        var first = lines.First(l => l.StartsWith("SYN00000001,", StringComparison.Ordinal));
        _roll.Write("member", lines[0], "1," + first["SYN00000001,".Length..]);
        var i = Programme("line", "minimumLiving", "110000", "2024-08", "2024-08-31");
        // The first household of the synthetic caseload: 1,450 and 362.50 are 1,812.50 for one person, 1.25 times the line.
        Assert.Equal(["1812.5", "1.25", "1"], new[] { "meanPerPerson", "partOfLine", "coveredPersons" }.Select(k => (string)i[k]!));
    }

    [Fact]
    public void Where_nobody_is_covered_there_is_no_average()
    {
        _roll.Write("household", "household,area,borderZone", "3,urban,false");
        _roll.Write("member", "household,id,birthDate", "3,1,1990-01-01");
        var i = Programme("nobody", "borderAllowance");
        Assert.Equal([JTokenType.Null, JTokenType.Null, JTokenType.Null], new[] { "meanPerPerson", "meanPerHousehold", "partOfLine" }.Select(k => i[k]!.Type));
        Assert.Equal("0", (string)i["coveredPersons"]!);
    }

    [Fact]
    public void An_amount_that_is_not_known_is_in_no_average()
    {
        // Covered by the minimum living guarantee of the zone, whose amount no text states.
        var i = Programme("unstated", "minimumLiving");
        Assert.Equal(JTokenType.Null, i["meanPerPerson"]!.Type);
        Assert.NotEqual("0", (string)i["coveredPersons"]!);
    }
}
