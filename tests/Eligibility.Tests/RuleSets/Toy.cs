using System.Text;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Tests.Vocabulary;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.RuleSets;

/// <summary>
/// Rules about library cards, written inline: nothing of the law. A file is given by its name, from which its head is made, and the
/// rest of its text; a head line that the rest has itself is left out.
/// </summary>
internal static class Toy
{
    public const string PlacesYaml = """
        jurisdictions:
          - { code: "000000", name: { zh: 全国, en: the country } }
          - { code: "100000", name: { zh: 北省, en: the north }, parent: "000000" }
          - { code: "100100", name: { zh: 北市, en: North City }, parent: "100000" }
          - { code: "100101", name: { zh: 北区, en: North District }, parent: "100100" }
          - { code: "200000", name: { zh: 南省, en: the south }, parent: "000000" }

        """;

    /// <summary>A card with one reader, every fact known that the tests use.</summary>
    public const string Card = """
        { "branch": "centre", "deposit": 10, "shelves": 3, "loans": [],
          "readers": [ { "number": "1", "called": "安", "born": "1950-03-15", "student": true, "visits": [ { "minutes": 20 } ] } ] }
        """;

    public const string Route = "routes: [ { name: all, label: 全部, when: 'true', cite: s } ]\n";
    public const string Payers = "payers: [ { name: desk, label: 前台 } ]\n";

    public static (string Name, string Body) Rules(string name, params string[] body) => (name, string.Concat(body));

    public static string Derived(params string[] items) => Section("derived", items.Select(i => Item(i, "formula")));

    /// <summary>A parameter with its values, each written as the inside of a flow map.</summary>
    public static string Parameter(string name, string values, string more = "") =>
        $"parameters:\n  - name: {name}\n    label: {name}\n    unit: CNY/month\n{more}    values:\n{string.Concat(values.Split('\n').Select(v => $"      - {{ {v.Trim()}, cite: s }}\n"))}";

    /// <summary>A payment to every card.</summary>
    public static string Pays(string amount, string more = "") => Route + Payers + Benefit(amount, more);

    public static string Benefit(string amount, string more = "") =>
        $"benefits: [ {{ name: pay, label: 给付, payer: desk, amount: {Quoted(amount)}, cite: s{more} }} ]\n";

    public static string Quoted(string formula) => $"'{formula.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A book without a mistake.</summary>
    public static RuleBook Book(params (string Name, string Body)[] files)
    {
        var book = Load(out var bag, files);
        Assert.Empty(bag);
        return book!;
    }

    public static RuleBook? Load(out DiagnosticBag bag, params (string Name, string Body)[] files) => RuleBook.TryLoad(Sources(files), bag = new DiagnosticBag());

    public static IReadOnlyList<RuleSourceFile> Sources(params (string Name, string Body)[] files) =>
    [
        Source("vocabulary.yaml", Vocabularies.LibraryYaml), Source("jurisdictions.yaml", PlacesYaml), .. files.Select(f => Source(f.Name, WithHead(f.Name, f.Body))),
    ];

    public static RuleSourceFile Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), RuleDirectory.KindOf(name)!.Value);

    public static string WithHead(string name, string body)
    {
        var parts = name.Split('/');
        var overlay = parts.Length == 4;
        var head = new StringBuilder();
        Add("programme", parts[1]);
        Add("jurisdiction", $"\"{parts[0]}\"");
        Add("title", $"{{ zh: 规则{parts[1]}, en: rules of {parts[1]} }}");
        if (!overlay) Add("inForce", $"{{ from: {Path.GetFileNameWithoutExtension(parts[^1])} }}");
        if (!overlay) Add("published", "unknown");
        Add("sources", "{ s: { title: { zh: 章程, en: the statutes }, text: statutes.txt } }");
        return head + body;

        void Add(string key, string value)
        {
            if (!("\n" + body).Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal).Contains($"\n{key}:", StringComparison.Ordinal)) head.Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    public static Facts Facts(string json = Card) => Eligibility.Vocabulary.Facts.Parse(json, Vocabularies.Library);

    public static Assessment Ask(this RuleBook book, string place = "000000", string month = "2024-08", string knownAt = "2024-12-31", string facts = Card, bool acceptUnattested = false)
    {
        Assert.True(FeelDate.TryParseMonth(month, out var m) && FeelDate.TryParse(knownAt, out _));
        FeelDate.TryParse(knownAt, out var day);
        return book.Assess(Eligibility.Vocabulary.Facts.Parse(facts, book.Vocabulary), m, day, place, acceptUnattested);
    }

    /// <summary>The monthly amount, or what is missing: "100.00", "? parameter fee", "- ineligible".</summary>
    public static string Says(this Decision d) =>
        d.Outcome == Outcome.Ineligible ? "ineligible" : d.AmountIfKnown?.ToString() ?? string.Join("; ", d.Missing.Select(m => $"? {m.Kind.ToString().ToLowerInvariant()} {m.Name}{(m.Of is null ? "" : "@" + m.Of)}"));

    /// <summary>The value of an item as FEEL text.</summary>
    public static string Value(this Assessment a, string programme, string item, string? person = null)
    {
        var symbol = a[programme].Rules.Items.First(i => i.Name == item && (person is null) == (i.Entity.Parent is null));
        return a.Run[symbol, a.Run.Instances(symbol).First(i => person is null || i.Key == person)].ToString();
    }

    private static string Section(string key, IEnumerable<string> items) => $"{key}:\n{string.Concat(items.Select(i => $"  - {i}\n"))}";

    /// <summary>"name = formula", or "name per entity = formula".</summary>
    private static string Item(string text, string key)
    {
        var (head, formula) = (text[..text.IndexOf(" = ", StringComparison.Ordinal)].Split(" per "), text[(text.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
        return $"{{ name: {head[0]}, label: {head[0]}{(head.Length > 1 ? $", per: {head[1]}" : "")}, {key}: {Quoted(formula)}, cite: s }}";
    }
}
