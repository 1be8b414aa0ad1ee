using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Tests.RuleSets;
using Eligibility.Tests.Vocabulary;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>Library cards over time.</summary>
internal static class Cases
{
    /// <summary>The townships of the tests are made up: 100100100 was merged into 100100200 on 2019-12-20, and 100100400 into the new 100100300 on 2020-03-01.</summary>
    public const string SyntheticMergers = Toy.PlacesYaml + """
          - { code: "100100100", name: { zh: 甲乡（虚构）, en: Alpha (synthetic) }, parent: "100100", validTo: 2019-12-19, successor: "100100200" }
          - { code: "100100200", name: { zh: 乙镇（虚构）, en: Beta (synthetic) }, parent: "100100" }
          - { code: "100100300", name: { zh: 丙镇（虚构）, en: Gamma (synthetic) }, parent: "100100", validFrom: 2020-03-01 }
          - { code: "100100400", name: { zh: 丁乡（虚构）, en: Delta (synthetic) }, parent: "100100", validTo: 2020-02-29, successor: "100100300" }
          - { code: "100100100201", name: { zh: 甲乡一村（虚构）, en: village 1 of Alpha (synthetic) }, parent: "100100100", validTo: 2019-12-19, successor: "100100200301" }
          - { code: "100100200301", name: { zh: 乙镇三村（虚构）, en: village 3 of Beta (synthetic) }, parent: "100100200" }
          - { code: "100100500", name: { zh: 戊乡（虚构）, en: Epsilon (synthetic) }, parent: "100100", validTo: 2020-02-29 }

        """;

    /// <summary>A card with one reader; <paramref name="more"/> are further attributes of the card, each behind a comma.</summary>
    public static string Card(int deposit, string loans = "", string more = "") => $$"""{ "deposit": {{deposit}}, "loans": [ {{loans}} ]{{more}}, "readers": [ { "number": "1" } ] }""";

    /// <summary>A loan of the service lending to reader 1.</summary>
    public static string Loan(string since, string? until = null, int? fee = null) =>
        $$"""{ "service": "lending", "readers": ["1"], "since": "{{since}}"{{(until is null ? "" : $", \"until\": \"{until}\"")}}{{(fee is null ? "" : $", \"fee\": {fee}")}} }""";

    public static CaseFile Of(params (string From, string Reported, string Facts)[] snapshots) =>
        CaseFile.Parse($$"""{ "snapshots": [ {{string.Join(",\n", snapshots.Select(s => $"{{ \"from\": \"{s.From}\", \"reported\": \"{s.Reported}\", \"facts\": {s.Facts} }}"))}} ] }""", Vocabularies.Library);

    /// <summary>A case in the words of a book, such as the real one.</summary>
    public static CaseFile Real(RuleBook book, params (string From, string Reported, string Facts)[] snapshots) =>
        CaseFile.Parse($$"""{ "snapshots": [ {{string.Join(",\n", snapshots.Select(s => $"{{ \"from\": \"{s.From}\", \"reported\": \"{s.Reported}\", \"facts\": {s.Facts} }}"))}} ] }""", book.Vocabulary);

    public static CaseFile One(string facts) => CaseFile.Parse(facts, Vocabularies.Library);

    public static LocalDate Day(string text) => FeelDate.TryParse(text, out var day) ? day : throw new ArgumentException(text);

    public static YearMonth Month(string text) => FeelDate.TryParseMonth(text, out var month) ? month : throw new ArgumentException(text);

    public static Statement State(this RuleBook book, CaseFile file, string from, string to, string knownAt = "2025-12-31", string? place = "000000") =>
        book.State(file, Month(from), Month(to), Day(knownAt), place);

    public static Adjustments Adjust(this RuleBook book, CaseFile file, string from, string to, string decidedAt, string knownAt = "2025-12-31", string? place = "000000") =>
        book.Adjust(file, Month(from), Month(to), Decided.On(Day(decidedAt)), Day(knownAt), place);

    /// <summary>The amounts of a programme, month after month: "10.00 ineligible ? fact deposit".</summary>
    public static string Says(this Statement s, string programme = "lending") => string.Join(" ", s.Months.Select(m => m.Gap is not null ? "gap" : m.Find(programme)?.Says() ?? "-"));

    /// <summary>The parts of every line: "2024-01 value +2.00 owed".</summary>
    public static string Says(this Adjustments a) =>
        string.Join("; ", a.Lines.SelectMany(l => l.Parts.Select(p => $"{FeelDate.Format(l.Month)} {p.Cause.ToString().ToLowerInvariant()} {p.Amount} {p.Standing.ToString().ToLowerInvariant()}")));

    public static string Yuan(this Adjustments a, DifferenceStanding standing) => a.Sum(standing).ToString();

    /// <summary>A book with the made-up townships.</summary>
    public static RuleBook BookOfTownships(params (string Name, string Body)[] files)
    {
        var bag = new DiagnosticBag();
        var book = RuleBook.TryLoad([.. Toy.Sources(files).Select(s => s.Name == "jurisdictions.yaml" ? Toy.Source(s.Name, SyntheticMergers) : s)], bag);
        Assert.Empty(bag);
        return book!;
    }
}
