using CsvHelper;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Cli;

/// <summary>Reads payments from a CSV: month, programme, benefit, person (empty for the household), amount and, if known, the day on which the month was decided. Headers and names are keys or Chinese.</summary>
internal sealed class PaidTable
{
    private static readonly (string Key, string Zh, bool Required)[] Columns =
    [
        ("month", "月份", true), ("programme", "项目", true), ("benefit", "待遇", true), ("person", "人员编号", false), ("amount", "金额", true), ("decidedOn", "决定日期", false),
    ];

    private readonly CsvReader _csv;
    private readonly SourceText _source;
    private readonly RuleBook _book;
    private readonly DiagnosticBag _bag;
    private readonly bool _byBenefit;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private PaidTable(CsvReader csv, SourceText source, RuleBook book, bool byBenefit, DiagnosticBag bag)
    {
        _csv = csv;
        _source = source;
        _book = book;
        _byBenefit = byBenefit;
        _bag = bag;
    }

    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="book">The rules, which know the programmes and benefits.</param>
    /// <param name="byBenefit">Whether each row must name its benefit; where sums of programmes will do it may be left out.</param>
    /// <param name="paid">Takes the payments.</param>
    /// <param name="days">Takes the days on which months were decided.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static void Read(byte[] bytes, string name, RuleBook book, bool byBenefit, List<PaidAmount> paid, Dictionary<YearMonth, LocalDate> days, DiagnosticBag bag)
    {
        var text = TextEncodings.Decode(bytes);
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { TrackLineNumbers = true, PoolStrings = true });
        new PaidTable(csv, new SourceText(name, text), book, byBenefit, bag).Read(paid, days);
    }

    private void Read(List<PaidAmount> paid, Dictionary<YearMonth, LocalDate> days)
    {
        _csv.ReadHeader();
        var headers = _csv.Headers.ToArray();
        for (var i = 0; i < headers.Length; i++)
        {
            var header = headers[i].Trim();
            var column = Columns.FirstOrDefault(c => c.Key == header || c.Zh == header);
            if (column.Key is null) _bag.PaidHeader(At(1), header, NearestName.Find(header, Columns.SelectMany(c => new[] { c.Key, c.Zh })));
            else if (!_columns.TryAdd(column.Key, i)) _bag.PaidHeader(At(1), header, null);
        }
        foreach (var c in Columns.Where(c => c.Required && (_byBenefit || c.Key != "benefit") && !_columns.ContainsKey(c.Key))) _bag.PaidColumnMissing(At(1), c.Key, c.Zh);
        if (_bag.HasErrors) return;
        while (_csv.Read()) Row(headers.Length, paid, days);
    }

    private void Row(int width, List<PaidAmount> paid, Dictionary<YearMonth, LocalDate> days)
    {
        var at = At((int)_csv.LineNumber);
        if (_csv.FieldCount != width)
        {
            _bag.PaidRow(at, $"{_csv.FieldCount} ≠ {width}", new LocalText("列数与表头不同", "it has another number of fields than the header"));
            return;
        }
        if (!FeelDate.TryParseMonth(Cell("month"), out var month)) Bad("month", "月份写作 2024-08", "a month is written 2024-08");
        if (ProgrammeOf(Cell("programme")) is not { } programme) Bad("programme", "没有这个项目", "there is no such programme");
        else if ((!_byBenefit && Cell("benefit").Length == 0 ? "" : BenefitOf(programme, Cell("benefit"))) is not { } benefit) Bad("benefit", "这个项目没有这项待遇", "the programme has no such benefit");
        else if (!Number.TryParse(Cell("amount").Replace(",", "", StringComparison.Ordinal), out var n) || n.Sign < 0 || !Money.TryFromYuan(n, out var amount)) Bad("amount", "金额写到分，不为负", "an amount has at most two decimals and is not negative");
        else if (month != default) paid.Add(new PaidAmount(month, programme, benefit, Cell("person") is { Length: > 0 } p ? p : null, amount));
        if (Cell("decidedOn") is not { Length: > 0 } text) return;
        if (!FeelDate.TryParse(text, out var day)) Bad("decidedOn", "日期写作 2024-08-31", "a day is written 2024-08-31");
        else if (month != default && !days.TryAdd(month, day) && days[month] != day) Bad("decidedOn", "同一个月写了两个决定日期", "the month has another day of decision in another row");

        void Bad(string column, string zh, string en) => _bag.PaidRow(at, $"{column}: {Cell(column)}", new LocalText(zh, en));
    }

    private string Cell(string column) => _columns.TryGetValue(column, out var i) ? _csv.GetString(i).Trim() : "";

    private string? ProgrammeOf(string text) => _book.Library.Files.FirstOrDefault(f => f.Programme == text || f.Title.Zh == text)?.Programme;

    private string? BenefitOf(string programme, string text) => _book.Library.Files.Concat(_book.Library.Overlays).Where(f => f.Programme == programme).SelectMany(f => f.Benefits).FirstOrDefault(b => b.Name == text || b.Label.Zh == text)?.Name;

    private Location At(int line)
    {
        var start = 0;
        for (var i = 1; i < line && start >= 0; i++) start = _source.Content.IndexOf('\n', start) + 1;
        var end = _source.Content.IndexOf('\n', start);
        return _source.At(TextSpan.FromBounds(start, end < 0 ? _source.Content.Length : end));
    }
}
