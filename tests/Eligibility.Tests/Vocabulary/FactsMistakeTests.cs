using System.Diagnostics;
using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Tests.Text;
using Eligibility.Text;
using Eligibility.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.Vocabulary;

public class FactsMistakeTests
{
    [Theory]
    [InlineData("«\"bransh\"»: \"centre\"", "F020", "$.bransh", "There is no fact “bransh” of library card. Did you mean `branch`?")]
    [InlineData("«\"分馆 x\"»: \"centre\"", "F020", "$['分馆 x']", "Check the spelling")]
    [InlineData("«\"$Schema\"»: \"x\"", "F020", "$['$Schema']", "There is no fact")]
    [InlineData("\"locker\": { «\"jurisdiction\"»: \"123456\" }", "F020", "$.locker.jurisdiction", "of locker")]
    [InlineData("\"branch\": «1»", "F021", "$.branch", "This must be a code (branch), and it is a number. Put it into quotes: \"centre\".")]
    [InlineData("\"branch\": «\"center\"»", "F028", "$.branch", "“branch” has no code “center”. Did you mean `centre`?")]
    [InlineData("\"branch\": «\"港口\"»", "F028", "$.branch", "Did you mean `harbour`?")]
    [InlineData("\"branch\": «\"the harbour\"»", "F028", "$.branch", "Did you mean `harbour`?")]
    [InlineData("\"branch\": «\"museum\"»", "F028", "$.branch", "Its codes are centre, harbour.")]
    [InlineData("\"branch\": «\"Centre\"»", "F028", "$.branch", "Did you mean `centre`?")]
    [InlineData("\"branch\": «\"\"»", "F025", "$.branch", "“branch” is empty")]
    [InlineData("\"deposit\": «\"100\"»", "F021", "$.deposit", "This must be a number (deposit), and it is a text. Write it without quotes")]
    [InlineData("\"deposit\": «true»", "F021", "$.deposit", "and it is true")]
    [InlineData("\"deposit\": «[»100]", "F021", "$.deposit", "and it is a list")]
    [InlineData("\"deposit\": «0.001»", "F023", "$.deposit", "“deposit” has at most 2 decimals, and this is “0.001”")]
    [InlineData("\"deposit\": «1E-40»", "F023", "$.deposit", "at most 2 decimals")]
    [InlineData("\"shelves\": «1.5»", "F023", "$.shelves", "“shelves” is a whole number, and this is “1.5”")]
    [InlineData("\"deposit\": «-0.01»", "F024", "$.deposit", "“deposit” cannot be “-0.01”. It lies between 0 and 500")]
    [InlineData("\"deposit\": «500.01»", "F024", "$.deposit", "between 0 and 500")]
    [InlineData("\"shelves\": «0»", "F024", "$.shelves", "It is 1 at the least")]
    [InlineData("\"shelves\": «1e2001»", "F022", "$.shelves", "“1e2001” is no number that can be used")]
    [InlineData("\"blocked\": «\"true\"»", "F021", "$.blocked", "This must be true or false (blocked), and it is a text. Write it without quotes: true.")]
    [InlineData("\"blocked\": «0»", "F021", "$.blocked", "and it is a number")]
    [InlineData("\"closedOn\": «20240105»", "F021", "$.closedOn", "This must be a date (closed on), and it is a number")]
    [InlineData("\"locker\": «[»]", "F021", "$.locker", "This must be an object (locker), and it is a list")]
    [InlineData("\"locker\": { \"place\": «\" A1\"» }", "F026", "$.locker.place", "“place” has spaces around it")]
    [InlineData("\"locker\": { \"place\": «\"A1　\"» }", "F026", "$.locker.place", "spaces")]
    [InlineData("\"loans\": «{» }", "F021", "$.loans", "This must be a list (loans), and it is an object. Put even a single one into brackets")]
    [InlineData("\"loans\": [ {}, «\"x\"» ]", "F021", "$.loans[1]", "This must be an object (loan), and it is a text")]
    [InlineData("\"loans\": [ «null» ]", "F021", "$.loans[0]", "and it is null")]
    [InlineData("\"tags\": «\"new\"»", "F021", "$.tags", "This must be a list (tags)")]
    [InlineData("\"tags\": [ «1» ]", "F021", "$.tags[0]", "This must be a text (tags), and it is a number")]
    [InlineData("\"tags\": [ \"a\", «null» ]", "F021", "$.tags[1]", "and it is null")]
    [InlineData("\"loans\": [ { \"readers\": [ «\"2\"» ] } ]", "F033", "$.loans[0].readers[0]", "There is no reader “2”")]
    [InlineData("\"loans\": [ { \"readers\": [ «\"reader1\"» ] } ]", "F033", "$.loans[0].readers[0]", "Did you mean `reader-1`?")]
    [InlineData("\"loans\": [ { \"readers\": [ \"reader-1\", «\"reader-1\"» ] } ]", "F034", "$.loans[0].readers[1]", "“reader-1” stands twice in this list")]
    [InlineData("\"jurisdiction\": «123456»", "F021", "$.jurisdiction", "This must be the code of a place, digits in quotes")]
    [InlineData("\"jurisdiction\": «\"北京\"»", "F035", "$.jurisdiction", "“北京” is not the code of a place")]
    [InlineData("\"jurisdiction\": «\"1234567\"»", "F035", "$.jurisdiction", "six digits")]
    public void A_mistake_is_one_diagnostic_at_its_place(string facts, string code, string path, string words) =>
        AssertRefused($$"""{ "readers": [ { "number": "reader-1" } ], {{facts}} }""", code, path, words);

    [Theory]
    [InlineData("2024-02-30", "month 2 of 2024 has 29 days, not 30", "2024年2月只有29天")]
    [InlineData("2023-02-29", "month 2 of 2023 has 28 days, not 29", "2023年2月只有28天")]
    [InlineData("2024-04-31", "month 4 of 2024 has 30 days, not 31", "只有30天")]
    [InlineData("2024-01-00", "month 1 of 2024 has 31 days, not 0", "只有31天")]
    [InlineData("2024-13-01", "there is no month 13. Write year-month-day", "没有13月")]
    [InlineData("2024-00-01", "there is no month 0", "没有0月")]
    [InlineData("1849-12-31", "it lies before 1850", "早于1850年")]
    [InlineData("0000-01-01", "it lies before 1850", "早于1850年")]
    [InlineData("2024-1-5", "it is written in another form. Write 2024-01-05.", "写法不对")]
    [InlineData("2024/01/05", "Write 2024-01-05.", "写法不对")]
    [InlineData("20240105", "Write 2024-01-05.", "写法不对")]
    [InlineData("2024年1月5日", "Write 2024-01-05.", "写法不对")]
    [InlineData("2024.01.05", "Write 2024-01-05.", "写法不对")]
    [InlineData("24-01-05", "the year has four digits and comes first", "年份要写四位")]
    [InlineData("5/1/2024", "the year has four digits and comes first", "年份要写四位")]
    [InlineData("2024-01", "it is no whole date", "不是完整的日期")]
    [InlineData("2024", "it is no whole date", "不是完整的日期")]
    [InlineData("2024-01-05T00:00:00Z", "it is no date", "不是日期")]
    [InlineData("2024-02-3O", "it is no date", "不是日期")]
    [InlineData("２０２４-０１-０５", "it is no date", "不是日期")]
    [InlineData("+2024-1-32", "it is no date", "不是日期")]
    [InlineData("昨天", "it is no date. Write it as 2014-02-10.", "不是日期")]
    public void A_date_that_cannot_be_used_says_why(string date, string words, string chinese)
    {
        var error = AssertRefused($$"""{ "readers": [ { "number": "1", "born": «"{{date}}"» } ] }""", "F029", "$.readers[0].born", words);
        Assert.Contains(chinese, error.Message.Zh + error.Advice.Zh);
    }

    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("1850-01-01")]
    [InlineData("9999-12-31")]
    public void Dates_that_exist_are_read(string date)
    {
        Read($$"""{ "readers": [ { "number": "1", "born": "{{date}}" } ] }""", out var bag);
        Assert.Empty(bag);
    }

    [Theory]
    [InlineData("«{» }", "F032", "$.readers", "There is not one reader in these facts")]
    [InlineData("{ \"readers\": «[]» }", "F032", "$.readers", "Name at least one")]
    [InlineData("{ \"readers\": «null» }", "F032", "$.readers", "There is not one")]
    [InlineData("{ \"readers\": «{» \"number\": \"1\" } }", "F021", "$.readers", "a list (readers)")]
    [InlineData("{ \"readers\": [ «{» } ] }", "F030", "$.readers[0].number", "This reader has no number")]
    [InlineData("{ \"readers\": [ { \"number\": «null» } ] }", "F030", "$.readers[0].number", "has no number")]
    [InlineData("{ \"readers\": [ { \"number\": «1» } ] }", "F021", "$.readers[0].number", "Put it into quotes")]
    [InlineData("{ \"readers\": [ { \"number\": \"1\" }, { \"number\": «\"1\"» } ] }", "F031", "$.readers[1].number", "Two of the kind “reader” are called “1”")]
    [InlineData("{ \"readers\": [ «{» } ], \"loans\": [ { \"readers\": [ \"1\" ] } ] }", "F030", "$.readers[0].number", "has no number")]
    [InlineData("«[»]", "F021", "$", "This must be an object (library card), and it is a list")]
    [InlineData("«1»", "F021", "$", "an object")]
    [InlineData("«null»", "F021", "$", "and it is null")]
    public void A_mistake_about_persons_is_one_diagnostic(string facts, string code, string path, string words) => AssertRefused(facts, code, path, words);

    [Fact]
    public void Texts_have_two_hundred_characters_at_most()
    {
        Read($$"""{ "readers": [ { "number": "{{new string('一', 199)}}𠮷" } ] }""", out var bag);
        Assert.Empty(bag);
        AssertRefused($$"""{ "readers": [ { "number": «"{{new string('一', 201)}}"» } ] }""", "F027", "$.readers[0].number", "“number” has 201 characters. It may have 200");
    }

    [Fact]
    public void All_mistakes_are_found_at_once_and_no_facts_are_made()
    {
        const string json = """{ "branch": "x", "deposit": "1", "readers": [ { "number": "1", "born": "?" }, { "number": "1" } ], "y": 0, "loans": [ { "readers": [ "2" ] } ] }""";
        Assert.Null(Read(json, out var bag));
        Assert.Equal(["F020", "F021", "F028", "F029", "F031", "F033"], bag.Select(d => d.Code).Order());
    }

    [Fact]
    public void A_mistake_in_the_json_and_one_in_the_facts_are_told_together()
    {
        Assert.Null(Read("""{ "readers": [ { "number": "1" } ], "branch": "x", "branch": "centre" }""", out var bag));
        Assert.Equal(["F006", "F028"], bag.Select(d => d.Code).Order());
    }

    [Theory]
    [InlineData("deposit: «1,5»", "F022", "Write digits only")]
    [InlineData("deposit: «010»", "F022", "“010” is no number")]
    [InlineData("deposit: «0x10»", "F022", "“0x10” is no number")]
    [InlineData("blocked: «yes»", "F021", "This must be true or false (blocked), and it is yes")]
    [InlineData("branch: «center»", "F028", "Did you mean `centre`?")]
    [InlineData("closedOn: «2024-02-30»", "F029", "29 days")]
    [InlineData("«bransh»: centre", "F020", "Did you mean `branch`?")]
    [InlineData("locker: «x»", "F021", "This must be an object (locker), and it is x")]
    public void Facts_in_yaml_are_checked_as_strictly(string facts, string code, string words)
    {
        var (text, span) = Marked.Parse($"readers: [ {{ number: 1 }} ]\n{facts}\n");
        var bag = new DiagnosticBag();
        Assert.Null(Facts.Read(FactNode.From(YamlReader.Read("s.yaml", Encoding.UTF8.GetBytes(text), bag)!), Vocabularies.Library, bag));
        var error = Assert.Single(bag);
        Assert.Equal((code, span), (error.Code, error.Location!.Value.Span));
        Assert.Contains(words, error.ToString());
    }

    [Fact]
    public void Each_kind_is_shown_by_its_example_and_gone_from_its_fix()
    {
        var codes = FactKinds.All.Select(k => k.Code).ToList();
        Assert.Equal(codes.Distinct().Count(), codes.Count);
        foreach (var kind in FactKinds.All.Where(k => k != FactKinds.ChangeLeadsNowhere && k != FactKinds.DateAfterKnowledge && k != FactKinds.DateTooFarBack))
        {
            var bag = new DiagnosticBag();
            Facts.Read(Encoding.UTF8.GetBytes(kind.Example), "f.json", Vocabularies.Real, bag);
            Assert.Equal([kind.Code], bag.Select(d => d.Code));
            Assert.NotNull(Facts.Read(Encoding.UTF8.GetBytes(kind.Fix), "f.json", Vocabularies.Real, bag));
        }
    }

    [Fact]
    public void Whatever_is_changed_in_good_facts_gives_facts_or_diagnostics_and_never_fails()
    {
        var seed = Repository.Text("seeds/beijing/elderly-couple.json");
        var edits = from at in Gen.Choose(0, seed.Length - 20)
                    from cut in Gen.Choose(0, 15)
                    from put in Gen.Elements("", "\"", "[]", "{}", "null", "1", "-1e400", "true", "\"x\"", "\"id\": \"1\",", "2024-02-30", ",", "\"\"")
                    select seed[..at] + put + seed[(at + cut)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(edits.ToArbitrary(), json =>
        {
            var bag = new DiagnosticBag();
            var facts = Facts.Read(Encoding.UTF8.GetBytes(json), "f.json", Vocabularies.Real, bag);
            Assert.Equal(facts is null, bag.HasErrors);
            if (facts is not null) Assert.Equal(facts.ToJson(), Facts.Parse(facts.ToJson(), Vocabularies.Real).ToJson());
        }));
    }

    [Fact]
    public void Twenty_thousand_wrong_persons_are_counted_in_seconds()
    {
        var watch = Stopwatch.StartNew();
        Assert.Null(Read($$"""{ "readers": [ {{string.Join(",", Enumerable.Repeat("{ \"number\": \"1\", \"nmber\": 2 }", 20_000))}} ] }""", out var bag));
        Assert.Equal(39_999, bag.Count + bag.Cut);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    private static Diagnostic AssertRefused(string marked, string code, string path, string words)
    {
        var (text, span) = Marked.Parse(marked);
        Assert.Null(Read(text, out var bag));
        var error = Assert.Single(bag);
        Assert.Equal((code, path), (error.Code, error.Path));
        Assert.Equal(span, error.Location!.Value.Span);
        Assert.Contains(words, error.ToString());
        return error;
    }

    private static Facts? Read(string json, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return Facts.Read(Encoding.UTF8.GetBytes(json), "f.json", Vocabularies.Library, bag);
    }
}
