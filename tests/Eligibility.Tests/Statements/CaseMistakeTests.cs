using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Tests.Text;
using Eligibility.Tests.Vocabulary;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Statements;

/// <summary>Case files that cannot be used: what is reported, and where, drawn in the text.</summary>
public class CaseMistakeTests
{
    private const string Facts = """{ "readers": [ { "number": "1" } ] }""";

    /// <summary>The codes that are shown here, and those that tests of payments and receipts show.</summary>
    public static IEnumerable<string> Shown => [.. Wrong.Select(w => (string)w[0]), "C010", "C011", "C012", "C013", "C014", "C015", "C020", "C021", "C022"];

    public static TheoryData<string, string> Wrong => new()
    {
        { "C001", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", «"fact"»: 1, "facts": {{Facts}} } ] }""" },
        { "C001", $$"""{ «"snapshot"»: 1, "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} } ] }""" },
        { "C001", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} }, { "from": "2024-02-01", "reported": "2024-02-10", "changes": [ { "at": "deposit", "value": 1, «"to"»: 2 } ] } ] }""" },
        { "C002", """{ "snapshots": «[»] }""" },
        { "C002", """{ "snapshots": «{»} }""" },
        { "C003", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} }, «"2024-02-01"» ] }""" },
        { "C004", $$"""{ "snapshots": [ «{» "reported": "2024-01-10", "facts": {{Facts}} } ] }""" },
        { "C004", $$"""{ "snapshots": [ { "from": «"2024-01"», "reported": "2024-01-10", "facts": {{Facts}} } ] }""" },
        { "C004", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": «20240110», "facts": {{Facts}} } ] }""" },
        { "C004", $$"""{ "snapshots": [ «{» "from": "2024-01-01", "facts": {{Facts}} } ] }""" },
        { "C005", $$"""{ "snapshots": [ { "from": "2024-03-01", "to": «"2024-02-01"», "reported": "2024-01-10", "facts": {{Facts}} } ] }""" },
        { "C006", """{ "snapshots": [ «{» "from": "2024-01-01", "reported": "2024-01-10" } ] }""" },
        { "C006", """{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "changes": «[»] } ] }""" },
        { "C006", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}}, "changes": «[»] } ] }""" },
        { "C007", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} }, { "from": "2024-02-01", "reported": "2024-02-10", "changes": [ «{» "at": "deposit" } ] } ] }""" },
        { "C007", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} }, { "from": "2024-02-01", "reported": "2024-02-10", "changes": [ «{» "at": "deposit", "value": 1, "remove": true } ] } ] }""" },
        { "C008", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} }, «{» "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} } ] }""" },
        { "C009", $$"""{ "snapshots": [ «{» "from": "2024-01-01", "to": "2024-03-01", "reported": "2024-01-10", "facts": {{Facts}} }, { "from": "2024-03-01", "reported": "2024-03-10", "facts": {{Facts}} } ] }""" },
        { "F036", $$"""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": {{Facts}} }, { "from": "2024-02-01", "reported": "2024-02-10", "changes": [ { "at": «"readers.9.born"», "value": "1950-01-01" } ] } ] }""" },
        { "F020", """{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": { "readers": [ { "number": "1" } ], «"depsit"»: 1 } } ] }""" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_mistake_is_reported_where_it_stands(string code, string marked)
    {
        var (text, span) = Marked.Parse(marked);
        Assert.Null(Read(text, out var bag));
        var mistake = Assert.Single(bag);
        Assert.Equal(code, mistake.Code);
        Assert.Equal(span, mistake.Location!.Value.Span);
        Assert.NotEmpty(mistake.Advice.Zh);
        Assert.NotEmpty(mistake.Advice.En);
    }

    [Fact]
    public void A_fact_dated_after_its_report_could_not_be_known()
    {
        Assert.Null(Read("""{ "snapshots": [ { "from": "2024-01-01", "reported": "2024-01-10", "facts": { "closedOn": "2024-01-11", "readers": [ { "number": "1" } ] } } ] }""", out var bag));
        Assert.Equal("F037", Assert.Single(bag).Code);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        Read("""{ "snapshot": 1, "snapshots": [ { "from": "2024-1-1", "reported": "x", "facts": { "readers": [] } }, 7 ] }""", out var bag);
        Assert.Equal(["C001", "C003", "C004", "C004", "F032"], bag.Select(d => d.Code).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("""{ "snapshots": [ { "from": "2024-01-01", """)]
    public void What_is_no_json_is_told_as_such(string text)
    {
        Assert.Null(Read(text, out var bag));
        Assert.StartsWith("F0", Assert.Single(bag).Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_lives_for_a_hundred_and_thirty_years()
    {
        var book = RealRules.Book;
        var facts = """{ "jurisdiction": "110000", "members": [ { "id": "1", "birthDate": "1893-08-01" } ] }""";
        var e = Assert.Throws<FactsException>(() => book.State(CaseFile.Parse(facts, book.Vocabulary), Cases.Month("2024-08"), Cases.Month("2024-08"), Cases.Day("2024-08-31")));
        Assert.Equal("F038", Assert.Single(e.Diagnostics).Code);
        // 1893-08-02 is the first birth date with which somebody is 130 on the first of August: one day later he would be 131.
        var oldest = facts.Replace("1893-08-01", "1893-08-02", StringComparison.Ordinal);
        Assert.NotEmpty(book.State(CaseFile.Parse(oldest, book.Vocabulary), Cases.Month("2024-08"), Cases.Month("2024-08"), Cases.Day("2024-08-31")).Months);
    }

    private static CaseFile? Read(string text, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return CaseFile.Read(Encoding.UTF8.GetBytes(text), "case.json", Vocabularies.Library, bag);
    }
}
