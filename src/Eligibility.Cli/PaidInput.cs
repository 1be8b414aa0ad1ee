using Eligibility.Diagnostics;
using Eligibility.Receipts;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary>What was decided or paid: by the day alone, from a CSV of payments, or from receipts.</summary>
internal static class PaidInput
{
    /// <param name="paths">CSV files and receipts; none when only the day is given.</param>
    /// <param name="day">The day on which every month was decided for which the files say nothing else.</param>
    /// <param name="book">The rules, for the words that facts may use.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static Decided? Read(IReadOnlyList<string> paths, LocalDate? day, RuleBook book, DiagnosticBag bag)
    {
        if (paths.Count == 0)
        {
            if (day is null) bag.NotSaidWhenDecided("…");
            return day is { } d ? Decided.On(d) : null;
        }
        var (paid, days, facts) = (new List<PaidAmount>(), new Dictionary<YearMonth, LocalDate>(), new Dictionary<YearMonth, Vocabulary.Facts>());
        foreach (var path in paths)
        {
            var bytes = InputFile.Read(path, bag);
            var name = path.Replace('\\', '/');
            if (bytes.Length == 0) continue;
            if (FirstCharacter(bytes) == '{') ReadReceipt(bytes, name, book, paid, days, facts, bag);
            else PaidTable.Read(bytes, name, book, true, paid, days, bag);
        }
        return bag.HasErrors ? null : Decided.Amounts(paid, days, day, facts);
    }

    private static char FirstCharacter(byte[] bytes) => (char)bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8).ToArray().FirstOrDefault();

    private static void ReadReceipt(byte[] bytes, string name, RuleBook book, List<PaidAmount> paid, Dictionary<YearMonth, LocalDate> days, Dictionary<YearMonth, Vocabulary.Facts> facts, DiagnosticBag bag)
    {
        if (ReceiptReader.Read(bytes, name, bag) is not { } receipt) return;
        days[receipt.Month] = receipt.KnownAt;
        if (Vocabulary.Facts.Read(System.Text.Encoding.UTF8.GetBytes(receipt.Facts), name, book.Vocabulary, bag) is { } read) facts[receipt.Month] = read;
        paid.AddRange(receipt.Payments());
    }
}
