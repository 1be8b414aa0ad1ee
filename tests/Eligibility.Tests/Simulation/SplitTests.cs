using Eligibility.Simulation.Impact;
using Eligibility.Text;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Simulation;

/// <summary>Households told apart: by what, how many, and the same however the caseload is cut.</summary>
public sealed class SplitTests : IDisposable
{
    private readonly SmallRoll _roll = new();

    public void Dispose() => _roll.Dispose();

    private ResultView Result(string target, params string[] more)
    {
        Assert.Equal(0, _roll.Simulate(target, more).Code);
        var result = ResultFile.Read(File.ReadAllText(_roll.In($"{target}/result.json")))!;
        return new ResultView((JObject)result["frame"]!, ResultFile.TallyOf(result), false, Language.Chinese);
    }

    private static SplitView Find(ResultView result, string name) => Assert.Single(result.Splits, s => s.Name == name);

    private static string Line(GroupView g) =>
        $"{g.Label}: {Figures.Count(g.Households)} 户 {Figures.Count(g.Persons)} 人 {Figures.Money(g.Variants[0].Paid)}{(g.Variants.Count > 1 ? $" → {Figures.Money(g.Variants[1].Paid)}, {Figures.Count(g.Variants[1].Better)} / {Figures.Count(g.Variants[1].Worse)}" : "")}";

    [Fact]
    public void By_area_and_size()
    {
        var result = Result("splits", "--set", "borderAllowancePerPerson=90");
        // Rural: household 1 with 2 × 96 and a pension of 120 = 312, household 2 with 3 × 96 = 288, household 4 of which nothing is known; 5 × 6 = 30 less.
        Assert.Equal(["城镇: 1 户 1 人 0.00 → 0.00, 0 / 0", "农村: 3 户 6 人 600.00 → 570.00, 0 / 2"], Find(result, "fact.area").Groups.Select(Line));
        Assert.Equal(["1 人: 2 户 2 人 0.00 → 0.00, 0 / 0", "2 人: 1 户 2 人 312.00 → 300.00, 0 / 1", "3 人: 1 户 3 人 288.00 → 270.00, 0 / 1"], Find(result, "size").Groups.Select(Line));
    }

    [Fact]
    public void By_whether_a_list_has_anything_in_it()
    {
        _roll.Write("disability", "household,member,type,grade", "2,3,vision,1");
        // A table of disabilities makes it known of everybody whether there is one.
        Assert.Equal(["有: 1 户 3 人 288.00", "没有: 3 户 4 人 312.00"], Find(Result("list"), "fact.disabilities").Groups.Select(Line));
    }

    [Fact]
    public void What_is_not_told_is_a_group_of_its_own_and_no_table()
    {
        var split = Find(Result("untold"), "fact.disabilities");
        Assert.Equal("不明: 4 户 7 人 600.00", Line(Assert.Single(split.Groups)));
        Assert.False(split.TellsApart);
        Assert.Contains("名册没有说明，未分组：", File.ReadAllText(_roll.In("untold/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void By_the_place_that_a_household_names()
    {
        _roll.Write("household", "household,jurisdiction,area,borderZone", "1,451481100,rural,true", "2,451481101,rural,true", "3,,urban,false", "4,451481100,rural,", "5,45148110x,rural,true");
        var split = Find(Result("places"), "place");
        Assert.Equal(["451481100: 2 户 3 人 312.00", "451481101: 1 户 3 人 288.00", "不明: 1 户 1 人 0.00"], split.Groups.Select(Line));
        // What is no code is a mistake in the row, not a place.
        Assert.StartsWith("5,household.csv,6,jurisdiction,", File.ReadAllLines(_roll.In("places/rejected.csv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_the_same_for_the_reader_that_sorts()
    {
        _roll.Write("household", "household,jurisdiction,area,borderZone", "1,451481100,rural,true", "2,451481101,rural,true", "3,,urban,false", "4,451481100,rural,");
        _roll.Write("member", "household,id,birthDate", "1,1,1970-01-01", "2,1,1980-01-01", "3,1,1990-01-01", "4,1,1990-01-01");
        var sorted = Find(Result("in-order"), "place").Groups.Select(Line).ToArray();
        _roll.Write("member", "household,id,birthDate", "4,1,1990-01-01", "3,1,1990-01-01", "2,1,1980-01-01", "1,1,1970-01-01");
        Assert.Equal(sorted, Find(Result("out-of-order"), "place").Groups.Select(Line));
    }

    [Fact]
    public void A_split_into_too_many_groups_is_dropped_however_it_is_counted()
    {
        static Tally Counted(int from, int to)
        {
            var counter = new SplitCounter<int>("x", 1, n => n.ToString(System.Globalization.CultureInfo.InvariantCulture));
            for (var i = from; i < to; i++) counter.Count(i, new Household(0, "", 1_000_000, 0, 1), [new Share(0, 0, null)]);
            var tally = new Tally();
            counter.AddTo(tally, [0]);
            return tally;
        }

        foreach (var cut in new[] { 0, 1, 600, Split.MostGroups, Split.MostGroups + 1 })
        {
            // One group more than there may be, in two parts: in some cuts a part alone has too many, in others only both together.
            var whole = new Tally();
            whole.Add(Counted(0, cut));
            whole.Add(Counted(cut, Split.MostGroups + 1));
            SplitLimit.Apply(whole);
            Assert.Equal(["split/x/tooMany"], whole.Sums.Keys);
            Assert.Equal(1, (int)whole["split/x/tooMany"]);
        }
        var enough = Counted(0, Split.MostGroups);
        SplitLimit.Apply(enough);
        Assert.Equal(Split.MostGroups, enough.Sums.Keys.Count(k => k.StartsWith("split/x/households/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tenths_are_as_equal_as_spans_allow()
    {
        var result = Deciles([(0, 2), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (MeansSpans.Unknown, 3)]);
        // Ten households whose income is known: the two without any fill two tenths, each of the others fills one.
        Assert.Equal(
            ["第1—2组（0—10 元）2", "第3组（10—20 元）1", "第4组（20—30 元）1", "第5组（30—40 元）1", "第6组（40—50 元）1", "第7组（50—60 元）1", "第8组（60—70 元）1", "第9组（70—80 元）1", "第10组（80—90 元）1", "不明3"],
            result.Groups.Select(g => g.Label + Figures.Count(g.Households)));
    }

    [Fact]
    public void One_household_is_all_tenths()
    {
        Assert.Equal("第1—10组（50—60 元）", Assert.Single(Deciles([(5, 1)]).Groups).Label);
        Assert.Empty(Deciles([]).Groups);
        Assert.Equal("不明", Assert.Single(Deciles([(MeansSpans.Unknown, 1)]).Groups).Label);
        Assert.Equal("第1—10组（100,000 元以上）", Assert.Single(Deciles([(MeansSpans.Last, 1)]).Groups).Label);
    }

    [Theory]
    [InlineData(null, MeansSpans.Unknown)]
    [InlineData(0L, 0)]
    [InlineData(999L, 0)]
    [InlineData(1000L, 1)]
    [InlineData(-5L, 0)]
    [InlineData(long.MaxValue, MeansSpans.Last)]
    public void An_income_falls_into_one_span(long? fen, int span) => Assert.Equal(span, MeansSpans.Of(fen));

    private static SplitView Deciles((int Span, int Households)[] spans)
    {
        var tally = new Tally();
        foreach (var (span, households) in spans) tally.Add($"split/means/households/{span}", households * 1_000_000);
        var frame = JObject.Parse("""{ "variants": [ { "name": "", "title": { "zh": "", "en": "" }, "onlyCost": false, "touched": [], "back": [], "programmes": [] } ], "splits": [], "means": null }""");
        return SplitView.Deciles("收入", new ResultView(frame, tally, false, Language.Chinese));
    }
}
