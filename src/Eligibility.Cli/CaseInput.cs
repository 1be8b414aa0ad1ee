using System.CommandLine;
using Eligibility.Diagnostics;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary>The first and the last month of a statement.</summary>
internal sealed class MonthSpan
{
    public Option<string> From { get; } = new("--from") { Description = "第一个月 / the first month, 2024-06", Required = true };

    public Option<string> To { get; } = new("--to") { Description = "最后一个月 / the last month, 2024-12", Required = true };

    public (YearMonth? From, YearMonth? To) Of(ParseResult r, DiagnosticBag bag) => (Read(r.GetValue(From), bag), Read(r.GetValue(To), bag));

    private static YearMonth? Read(string? text, DiagnosticBag bag)
    {
        if (FeelDate.TryParseMonth(text ?? "", out var month)) return month;
        bag.BadMonth(null, text ?? "");
        return null;
    }
}

/// <summary>A case file with the rules that it is read by.</summary>
internal sealed record CaseInput(RuleBook Book, CaseFile Case)
{
    /// <summary>Reads both; null when anything was wrong with the options or the file.</summary>
    public static CaseInput? Read(string path, CommonOptions options, ParseResult r, DiagnosticBag bag)
    {
        var bytes = InputFile.Read(path, bag);
        if (bag.HasErrors) return null;
        var book = options.LoadBook(r);
        return CaseFile.Read(bytes, path.Replace('\\', '/'), book.Vocabulary, bag) is { } file && !bag.HasErrors ? new CaseInput(book, file) : null;
    }
}
