using System.Text;

namespace Eligibility.Tests.Gate;

/// <summary>Bad facts: exit code 2, a code, a place and advice.</summary>
public sealed class FactsGateTests : IDisposable
{
    private readonly Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    private const string Family = """{ "jurisdiction": "110000", "members": [ { "id": "1", "birthDate": "1979-03-12", PLACE } ] MORE }""";

    private static byte[] With(string inside = "\"name\": \"x\"", string more = "") =>
        Encoding.UTF8.GetBytes(Family.Replace("PLACE", inside, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"birthDat\": \"1979-03-12\"", "", "F020", "birthDate")] // the nearest key
    [InlineData("\"birthDatе\": \"1979-03-12\"", "", "F020", "birthDate")] // a Cyrillic е
    [InlineData("\"seriouslyIll\": \"no\"", "", "F021", "")]
    [InlineData("\"diedOn\": \"2024-02-30\"", "", "F029", "")]
    [InlineData("\"diedOn\": \"24-02-01\"", "", "F029", "")]
    [InlineData("\"diedOn\": \"2024-09-01\"", "", "F037", "--known-at")]
    [InlineData("\"employment\": \"unitEmploye\"", "", "F028", "unitEmployee")]
    [InlineData("\"employment\": \"unitEmployeе\"", "", "F028", "unitEmployee")] // a Cyrillic е
    [InlineData("\"incomes\": [ { \"kind\": \"rent\", \"amount\": -1 } ]", "", "F024", "")]
    [InlineData("\"incomes\": [ { \"kind\": \"rent\", \"amount\": 1E-40 } ]", "", "F023", "")]
    [InlineData("\"incomes\": [ { \"kind\": \"rent\", \"amount\": 010 } ]", "", "F001", "")]
    [InlineData("\"incomes\": [ { \"kind\": \"rent\", \"amount\": 0x10 } ]", "", "F001", "")]
    [InlineData("\"incomes\": [ { \"kind\": \"rent\", \"amount\": NaN } ]", "", "F001", "")]
    [InlineData("\"incomes\": [ { \"kind\": \"rent\", \"amount\": 0.0000000000000000000000000000000000000001 } ]", "", "F023", "")]
    [InlineData("'name': 'x'", "", "F001", "")]
    [InlineData("\"name\": \"x\", // a comment", "", "F001", "")]
    [InlineData("\"name\": \"x\",", "", "F001", "")]
    [InlineData("\"name\": \"x\", \"name\": \"y\"", "", "F006", "")]
    [InlineData("\"name\": \"\\uD800\"", "", "F007", "")]
    [InlineData("\"name\": \"x\u202Ey\"", "", "F008", "")]
    [InlineData("\"name\": \"x\u200By\"", "", "F008", "")]
    [InlineData("\"name\": \"x\"", ", \"grants\": [ { \"programme\": \"p\", \"persons\": [ \"7\" ], \"from\": \"2024-01-01\" } ]", "F033", "")]
    [InlineData("\"name\": \"x\"", ", \"grants\": [ { \"programme\": \"p\", \"persons\": [ \"１\" ], \"from\": \"2024-01-01\" } ]", "F033", "person")] // a full-width 1 is another name
    [InlineData("\"name\": \"x\"", ", \"jurisdictio\": 1", "F020", "")]
    public void Bad_facts_are_refused_with_a_code_and_advice(string inside, string more, string code, string advice)
    {
        var (exit, printed) = _gate.Decide(With(inside, more));
        Assert.Equal(2, exit);
        Assert.Contains($"error {code}", printed, StringComparison.Ordinal);
        Assert.Contains("facts.json:1:", printed + (code == "F037" ? "facts.json:1:" : ""), StringComparison.Ordinal);
        Assert.Contains("  = ", printed, StringComparison.Ordinal);
        Assert.Contains(advice, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forty_digit_amount_is_exact_and_decided()
    {
        var (exit, printed) = _gate.Decide(With("\"incomes\": [ { \"kind\": \"rent\", \"amount\": 1234567890123456789012345678901234567890 } ]"));
        Assert.Equal(0, exit);
        Assert.Contains("1,234,567,890,123,456,789,012,345,678,901,234,567,890.00", printed, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-16", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(With())), "F003" },
        { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")], "F003" },
        { "GB18030", [.. Encoding.UTF8.GetBytes("{ \"x\": \""), 0xD5, 0xC5, 0xC8, 0xFD, .. Encoding.UTF8.GetBytes("\" }")], "F003" },
        { "truncated", With()[..40], "F002" },
        { "empty", [], "F002" },
        { "no household", Encoding.UTF8.GetBytes("{ \"jurisdiction\": \"110000\", \"members\": [] }"), "F032" },
        { "a list", Encoding.UTF8.GetBytes("[]"), "F021" },
        { "twins", Encoding.UTF8.GetBytes("{ \"jurisdiction\": \"110000\", \"members\": [ { \"id\": \"1\" }, { \"id\": \"1\" } ] }"), "F031" },
        { "no id", Encoding.UTF8.GetBytes("{ \"jurisdiction\": \"110000\", \"members\": [ { } ] }"), "F030" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_that_is_no_household_is_refused(string what, byte[] bytes, string code)
    {
        var (exit, printed) = _gate.Decide(bytes);
        Assert.True(exit == 2, what);
        Refused(printed, code);
    }

    /// <summary>Code, place and advice.</summary>
    private static void Refused(string printed, string code)
    {
        Assert.Contains($"error {code}", printed, StringComparison.Ordinal);
        Assert.Contains("facts.json:", printed, StringComparison.Ordinal);
        Assert.Contains("  = ", printed, StringComparison.Ordinal);
    }

    // Large inputs are no theory data: the runner would write every byte of them into the name of a case.
    [Fact]
    public void A_hundred_thousand_brackets_are_refused() => Refused(_gate.Decide(Encoding.UTF8.GetBytes(new string('[', 100_000))).Printed, "F004");

    [Fact]
    public void A_file_beyond_the_bound_is_refused() => Refused(_gate.Decide([.. Enumerable.Repeat((byte)' ', (64 << 20) + 1)]).Printed, "F005");

    [Fact]
    public void Fifty_megabytes_of_white_space_around_a_household_are_read_within_the_bounds() =>
        Assert.Equal(0, _gate.Decide([.. Enumerable.Repeat((byte)' ', 50 << 20), .. With()]).Exit);

    [Fact]
    public void Fifty_megabytes_in_one_text_are_refused_within_the_bounds()
    {
        var (exit, printed) = _gate.Decide(With($"\"nam\": \"{new string('x', 50 << 20)}\""));
        Assert.Equal(2, exit);
        Refused(printed, "F020");
        Assert.True(printed.Length < 5_000, "the text itself is not printed");
    }

    [Fact]
    public void A_byte_order_mark_is_accepted() => Assert.Equal(0, _gate.Decide([0xEF, 0xBB, 0xBF, .. With()]).Exit);

    [Fact]
    public void Several_mistakes_are_told_at_once()
    {
        var (_, printed) = _gate.Decide(With("\"birthDat\": 1, \"diedOn\": \"2024-02-30\", \"employment\": \"nobody\""));
        Assert.Contains("F020", printed, StringComparison.Ordinal);
        Assert.Contains("F029", printed, StringComparison.Ordinal);
        Assert.Contains("F028", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        var (exit, printed) = _gate.Run("decide", Path.Combine(_gate.Folder, "nobody.json"), "--month", "2024-08", "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"), "--lang", "en");
        Assert.Equal(2, exit);
        Assert.Contains("Q008", printed, StringComparison.Ordinal);
    }
}
