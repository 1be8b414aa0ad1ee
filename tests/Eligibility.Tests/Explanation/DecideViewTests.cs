using Eligibility.Tests.Gate;

namespace Eligibility.Tests.Explanation;

/// <summary>The options of <c>decide</c> that choose a view, right and wrong.</summary>
public sealed class DecideViewTests : IDisposable
{
    private readonly Gate.Gate _gate = new();

    public void Dispose() => _gate.Dispose();

    private (int Exit, string Printed) Decide(params string[] options) => _gate.Run(
        ["decide", Repository.PathOf("seeds/beijing/family-with-child.json"), "--month", "2024-08", "--known-at", "2024-08-31", "--rules", Repository.PathOf("rules"), .. options]);

    [Fact]
    public void Without_a_reader_it_is_the_approvers_text() => Assert.Equal(Decide().Printed, Decide("--reader", "approver", "--format", "text").Printed);

    [Fact]
    public void Each_reader_and_format_gives_another_answer()
    {
        string[] readers = ["family", "approver", "auditor"], formats = ["text", "json", "html"];
        var answers = readers.SelectMany(r => formats.Select(f => Decide("--reader", r, "--format", f))).Append(Decide("--format", "sms")).ToArray();
        Assert.All(answers, a => Assert.Equal(0, a.Exit));
        Assert.Equal(answers.Length, answers.Select(a => a.Printed).Distinct().Count());
    }

    [Theory]
    [InlineData("neighbour", "--reader", "neighbour")]
    [InlineData("pdf", "--format", "pdf")]
    [InlineData("Q010", "--large-print")]
    [InlineData("Q010", "--large-print", "--format", "json")]
    [InlineData("Q010", "--format", "sms", "--reader", "auditor")]
    [InlineData("Q010", "--format", "sms", "--reader", "approver")]
    public void Options_that_do_not_go_together_are_refused(string told, params string[] options)
    {
        var (exit, printed) = Decide(options);
        Assert.Equal(2, exit);
        Assert.Contains(told, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("2,312.50", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_goes_whole_into_a_file_and_nothing_to_the_screen()
    {
        var path = _gate.Write("page.html", "the page before");
        Assert.Equal((0, ""), Decide("--reader", "family", "--format", "html", "--out", path));
        Assert.Equal(Decide("--reader", "family", "--format", "html").Printed, File.ReadAllText(path));
        Assert.Equal(["page.html"], Directory.GetFileSystemEntries(_gate.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_and_nothing_is_left_behind()
    {
        var taken = Directory.CreateDirectory(Path.Combine(_gate.Folder, "taken")).FullName;
        foreach (var path in new[] { Path.Combine(_gate.Folder, "nowhere", "page.html"), taken, "" })
        {
            var (exit, printed) = Decide("--format", "html", "--out", path);
            Assert.Equal(2, exit);
            Assert.Contains("Q009", printed, StringComparison.Ordinal);
        }
        Assert.Equal(["taken"], Directory.GetFileSystemEntries(_gate.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_refused_question_leaves_the_old_page_as_it_was()
    {
        var path = _gate.Write("page.html", "the page before");
        Assert.Equal(2, Decide("--format", "html", "--out", path, "--place", "110001").Exit);
        Assert.Equal("the page before", File.ReadAllText(path));
    }
}
