namespace Eligibility.Tests.Gate;

/// <summary>Questions that cannot be asked end with 2; questions that nobody can answer yet are answered "undetermined", with 0.</summary>
public sealed class QuestionGateTests : IDisposable
{
    private readonly Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    private (int Exit, string Printed) Ask(params string[] options) =>
        _gate.Run(["decide", Repository.PathOf("seeds/beijing/family-with-child.json"), "--rules", Repository.PathOf("rules"), "--lang", "en", .. options]);

    [Theory]
    [InlineData("Q002", "110000", "--place", "110001", "--month", "2024-08", "--known-at", "2024-08-31")]
    [InlineData("Q004", "2024-08", "--month", "2024-13", "--known-at", "2024-08-31")]
    [InlineData("Q004", "2024-08", "--month", "August", "--known-at", "2024-08-31")]
    [InlineData("Q005", "2024-08-31", "--month", "2024-08", "--known-at", "2024-02-30")]
    [InlineData("Q006", "later", "--month", "2024-08", "--known-at", "2010-01-01")]
    [InlineData("Q007", "overlay", "--month", "2024-08", "--known-at", "2024-08-31", "--overlay", "no-such-overlay")]
    public void A_question_that_cannot_be_asked_is_refused(string code, string advice, params string[] options)
    {
        var (exit, printed) = Ask(options);
        Assert.Equal(2, exit);
        Assert.Contains(code, printed, StringComparison.Ordinal);
        Assert.Contains(advice, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--month", "1990-01", "--known-at", "2024-08-31", "undetermined")] // before any law
    [InlineData("--month", "2024-05", "--known-at", "2024-08-31", "undetermined")] // before the first value that a text gives
    [InlineData("--month", "2025-06", "--known-at", "2025-12-31", "undetermined")] // beyond the last attested day
    [InlineData("--month", "2024-08", "--known-at", "2024-08-31", "eligible")]
    public void A_question_without_an_answer_is_undetermined(params string[] options)
    {
        var (exit, printed) = Ask(options[..^1]);
        Assert.Equal(0, exit);
        Assert.Contains($"Beijing minimum living guarantee: {options[^1]}", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_without_a_programme_says_nothing_about_it()
    {
        var (exit, printed) = Ask("--place", "440100", "--month", "2024-08", "--known-at", "2024-08-31");
        Assert.Equal(0, exit);
        Assert.DoesNotContain("allowance for residents", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Q003", "110000/minimumLivin")]
    [InlineData("Q002", "110001/minimumLiving")]
    [InlineData("Q003", "110000/borderAllowance")]
    public void Rules_that_are_not_there_cannot_be_shown(string code, string rules)
    {
        var (exit, printed) = _gate.Run("show", rules, "--month", "2024-08", "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"), "--lang", "en");
        Assert.Equal(2, exit);
        Assert.Contains(code, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("no-such-verb")]
    [InlineData("check", "--nothing")]
    public void A_wrong_command_line_ends_with_two(params string[] args) => Assert.Equal(2, _gate.Run(args).Exit);
}
