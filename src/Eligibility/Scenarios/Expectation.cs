using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Scenarios;

/// <summary>Compares an assessment with what a scenario expects of it.</summary>
internal sealed class Expectation(Assessment assessment)
{
    private readonly List<Mismatch> _mismatches = [];

    public IReadOnlyList<Mismatch> Check(IReadOnlyList<(YamlScalar Programme, YamlMap Expectation)> expected)
    {
        foreach (var (programme, expectation) in expected)
        {
            if (assessment.Find(programme.Text) is { } decision) Check(decision, expectation);
            else Mismatch(programme.Location, programme.Text, "no such programme in the place");
        }
        return _mismatches;
    }

    private void Mismatch(Location at, string expected, string actual) => _mismatches.Add(new Mismatch(at, expected, actual));

    private void Check(Decision d, YamlMap expectation)
    {
        // An expectation that says nothing would always pass.
        if (expectation.Entries.Count == 0) Mismatch(expectation.Location, "an outcome at least", "nothing");
        foreach (var (key, node) in expectation.Entries)
        {
            switch (key.Text)
            {
                case "outcome": Same(node, Camel(d.Outcome.ToString())); break;
                case "class": Same(node, d.Class ?? "null"); break;
                case "route": Same(node, d.Route ?? RouteOf(d.Covered)); break;
                case "payable": Amount(node, d.AmountIfKnown); break;
                case "covered": SameSet(node, d.Covered.Select(c => c.Person)); break;
                case "payments": Payments(node, d); break;
                case "findings": Findings(node, d); break;
                case "missing": Missing(node, d); break;
                case "values": Values(node, d); break;
                case "warnings": SameSet(node, d.Warnings.Where(Counts).Select(w => w.Name).Distinct()); break;
                case "notApplicable": Same(node, d.NotApplicable is null ? "false" : "true"); break;
                case "arithmetic" or "rounded": break; // worked out by a test of its own, not by the engine
                default: Mismatch(key.Location, $"one of the keys of an expectation", $"`{key.Text}`"); break;
            }
        }
    }

    /// <summary>Cautions about what was decided by us; where other texts differ and what is not dated is said besides.</summary>
    private static bool Counts(Warning w) => w.Kind is not (WarningKind.Conflict or WarningKind.Currency or WarningKind.PublicationUnknown);

    /// <summary>The route by which everybody comes in; each of several in the order of persons, which no expectation of one route equals.</summary>
    private static string RouteOf(IReadOnlyList<CoveredPerson> covered) =>
        covered.Count == 0 ? "null" : string.Join(", ", covered.Select(c => c.Route ?? "null").Distinct());

    private static string TextOf(YamlNode node) => node is YamlScalar s ? s.Text : "?";

    private void Same(YamlNode node, string actual)
    {
        if (TextOf(node) != actual) Mismatch(node.Location, TextOf(node), actual);
    }

    private void SameSet(YamlNode node, IEnumerable<string> actual)
    {
        var expected = node is YamlSequence s ? s.Items.Select(TextOf).Order(StringComparer.Ordinal).ToArray() : [TextOf(node)];
        var found = actual.Order(StringComparer.Ordinal).ToArray();
        if (!expected.SequenceEqual(found)) Mismatch(node.Location, $"[{string.Join(", ", expected)}]", $"[{string.Join(", ", found)}]");
    }

    private void Amount(YamlNode node, Money? actual)
    {
        var (text, found) = (TextOf(node), actual?.ToString() ?? "null");
        var same = text == "null" ? actual is null : actual is { } m && Number.TryParse(text, out var n) && n == m.Yuan;
        if (!same) Mismatch(node.Location, text, found);
    }

    private void Payments(YamlNode node, Decision d)
    {
        var person = assessment.Run.Rules.Plan.Rules.Vocabulary.Person.Name;
        if (Maps(node) is not { } maps) return;
        var expected = maps.Select(m =>
        {
            var amount = Number.TryParse(m.Get("amount") is { } a ? TextOf(a) : "", out var n) && Money.TryFromYuan(n, out var money) ? money.ToString() : "?";
            return $"{TextOf(m.Get("benefit")!)} {(m.Get(person) is { } p ? TextOf(p) + " " : "")}{amount}";
        });
        var found = d.Payments.Select(p => $"{p.Benefit} {(p.Person is null ? "" : p.Person + " ")}{p.Amount}");
        var (x, y) = (expected.Order(StringComparer.Ordinal).ToArray(), found.Order(StringComparer.Ordinal).ToArray());
        if (!x.SequenceEqual(y)) Mismatch(node.Location, string.Join("; ", x), string.Join("; ", y));
    }

    private void Findings(YamlNode node, Decision d)
    {
        foreach (var (key, value) in Entries(node))
        {
            var (name, of) = Split(key.Text);
            var finding = d.Findings.FirstOrDefault(f => f.Criterion == name && (of is null ? f.Person is null : f.Person == of));
            if (finding is null) Mismatch(key.Location, $"a finding {key.Text}", "none");
            else if (TextOf(value) != Camel(finding.Outcome.ToString())) Mismatch(value.Location, TextOf(value), Camel(finding.Outcome.ToString()));
        }
    }

    private void Missing(YamlNode node, Decision d)
    {
        if (Maps(node) is not { } maps) return;
        var expected = maps.Select(m => $"{TextOf(m.Get("kind")!)} {TextOf(m.Get("name")!)}{(m.Get("of") is { } of ? "@" + TextOf(of) : "")}").Order(StringComparer.Ordinal).ToArray();
        var withOf = expected.Any(e => e.Contains('@', StringComparison.Ordinal));
        var found = d.Missing.Select(m => $"{Camel(m.Kind.ToString())} {m.Name}{(withOf && m.Of is not null ? "@" + m.Of : "")}").Distinct().Order(StringComparer.Ordinal).ToArray();
        if (!expected.SequenceEqual(found)) Mismatch(node.Location, string.Join("; ", expected), string.Join("; ", found));
    }

    private void Values(YamlNode node, Decision d)
    {
        foreach (var (key, value) in Entries(node))
        {
            var (name, of) = Split(key.Text);
            var text = TextOf(value is YamlMap m ? m.Get("value") ?? value : value);
            var rounded = value is YamlMap r && r.Get("rounded") is YamlScalar { Text: "true" };
            var item = d.Rules.Items.FirstOrDefault(i => i.Name == name && i.IsNamed && (of is null) == (i.Entity.Parent is null));
            var instance = item is null ? null : assessment.Run.Instances(item).FirstOrDefault(i => of is null || i.Key == of);
            if (item is null || instance is null)
            {
                Mismatch(key.Location, $"a value {key.Text}", "none of that name");
                continue;
            }
            var actual = assessment.Run[item, instance];
            if (rounded && actual.Kind == ValueKind.Number) actual = Value.From(actual.Number.Round(RoundingMode.HalfUp, DecimalsOf(text)));
            if (!Matches(actual, text)) Mismatch(value.Location, text, actual.ToString());
        }
    }

    private static int DecimalsOf(string figure) => figure.Contains('.', StringComparison.Ordinal) ? figure.Length - 1 - figure.IndexOf('.', StringComparison.Ordinal) : 0;

    /// <summary>The maps of a list; what is no list of maps is a mismatch of its own, or a slip in it would pass unseen.</summary>
    private List<YamlMap>? Maps(YamlNode node)
    {
        if (node is YamlSequence s && s.Items.All(i => i is YamlMap)) return [.. s.Items.Cast<YamlMap>()];
        Mismatch(node.Location, "a list of maps", TextOf(node));
        return null;
    }

    private IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries(YamlNode node)
    {
        if (node is YamlMap m) return m.Entries;
        Mismatch(node.Location, "a map", TextOf(node));
        return [];
    }

    private static bool Matches(Value actual, string text) => actual.Kind switch
    {
        ValueKind.Number => Number.TryParse(text, out var n) ? n == actual.Number : text == actual.Number.ToString(),
        ValueKind.Unknown => text == "unknown",
        ValueKind.String => text == actual.Text,
        ValueKind.List when actual.List.Items.All(i => i.Kind == ValueKind.Entity) => text == string.Join(" ", actual.List.Items.Select(i => i.Entity.Key)),
        _ => text == actual.ToString(),
    };

    private static (string Name, string? Of) Split(string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (key, null) : (key[..at], key[(at + 1)..]);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
