using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>
/// Households made of whatever the vocabulary allows: facts that are left out, extremes, and, for texts, what the rules compare them with. The
/// same seed gives the same households.
/// </summary>
internal sealed class RandomHouseholds
{
    private static readonly Location Nowhere = new SourceText("random", "").At(default);

    private readonly Eligibility.Vocabulary.Vocabulary _vocabulary;
    private readonly Random _random;
    private readonly string[] _texts;
    private readonly LocalDate _month;
    private readonly int _unknownPerThousand;
    private string[] _persons = [];
    private int _unknown;
    private bool _calm;

    /// <param name="rules">The rules they are for.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="unknownPerThousand">How many facts in a thousand are left out, of a household that has any left out.</param>
    public RandomHouseholds(MonthRules rules, int seed, int unknownPerThousand = 40)
    {
        _vocabulary = rules.Plan.Rules.Vocabulary;
        _random = new Random(seed);
        _month = rules.Month.OnDayOfMonth(1);
        _unknownPerThousand = unknownPerThousand;
        _texts = [.. rules.Plan.Rules.Order.SelectMany(i => BoundTree.All(i.Bound)).OfType<BoundLiteral>().Where(l => l.Value.Kind == ValueKind.String && l.Value.Text.Length > 0)
            .Select(l => l.Value.Text).Concat(rules.Plan.Rules.Programmes.SelectMany(p => p.Routes).Select(r => r.Name)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <param name="isWhole">Whether nothing is left out.</param>
    public Facts Next(bool isWhole = false)
    {
        _unknown = !isWhole && _random.Next(3) == 0 ? _random.Next(_unknownPerThousand + 1) : 0;
        _calm = _random.Next(4) != 0;
        _persons = [.. Enumerable.Range(1, _random.Next(40) == 0 ? _random.Next(1, 12) : _random.Next(1, 5)).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        var bag = new DiagnosticBag();
        return Facts.Read(Entity(_vocabulary.Root, null), _vocabulary, bag) ?? throw new InvalidOperationException(string.Join("\n", bag.Sorted()));
    }

    private FactNode Entity(EntityDeclaration entity, string? key)
    {
        var entries = new List<FactEntry>();
        foreach (var a in entity.Attributes)
        {
            FactNode? node;
            if (a == entity.Key) node = Scalar(key!);
            else if (a.Type is ListType { Element: EntityType p } && p.Declaration == _vocabulary.Person) node = List(_persons, k => Entity(_vocabulary.Person, k));
            else if (_random.Next(1000) < _unknown) node = _random.Next(2) == 0 ? null : FactNode.Scalar(null, Nowhere);
            else if (a.Absence == Absence.None && _random.Next(5) != 0) node = null;
            else node = Value(a);
            if (node is not null) entries.Add(new FactEntry(a.Name, Nowhere, node));
        }
        return FactNode.Object(entries, Nowhere);
    }

    private FactNode Value(AttributeDeclaration a)
    {
        switch (a.Type)
        {
            case ListType { Element: EntityType e }: return List(Enumerable.Range(1, Few()).Select(i => i.ToString(CultureInfo.InvariantCulture)), k => Entity(e.Declaration, k));
            case ListType: return List(_persons.Where(_ => _random.Next(2) == 0), Scalar);
            case EntityType e: return Entity(e.Declaration, "1");
            case CodeType: return Scalar(a.Codes[_random.Next(3) != 0 ? 0 : _random.Next(a.Codes.Count)].Name);
        }
        if (a.Type == FeelType.Boolean) return Scalar(_random.Next(_calm ? 8 : 2) == 0 ? "true" : _calm && a.Name.EndsWith("Conforms", StringComparison.Ordinal) ? "true" : "false");
        if (a.Type == FeelType.Date) return Scalar(Date(a));
        return Scalar(a.Type == FeelType.Number ? Number(a) : _random.Next(20) == 0 ? "else" : _texts.Length == 0 ? "text" : _texts[_random.Next(_texts.Length)]);
    }

    private int Few() => _random.Next(30) switch { 0 => 5, < 4 => 2, < 14 => 1, _ => 0 };

    private string Date(AttributeDeclaration a)
    {
        // Birthdays around the day that counts, and any other day of a life; February 29 among them.
        var day = _random.Next(4) == 0 ? _month.PlusYears(-_random.Next(0, 105)).PlusDays(_random.Next(-2, 33)) : _month.PlusDays(-_random.Next(0, a.MaxYears is null ? 900 : 38_000));
        if (_random.Next(200) == 0) day = new LocalDate(2024 - (4 * _random.Next(1, 25)), 2, 29);
        if (day > _month && !a.MayLieAhead) day = _month;
        return FeelDate.Format(day);
    }

    private string Number(AttributeDeclaration a)
    {
        var (min, max) = ((int)(a.Minimum is { } m ? (m.TryToInt32(out var x) ? x : 0) : -5000), a.Maximum is { } n && n.TryToInt32(out var y) ? y : int.MaxValue);
        if (max < int.MaxValue) return _random.Next(min, max + 1).ToString(CultureInfo.InvariantCulture);
        if (_random.Next(1000) == 0) return _random.Next(3) switch { 0 => "687194767.35", 1 => "687194767.36", _ => "12345678901234567890" } is var big && a.Decimals < 2 ? big.Split('.')[0] : big;
        var whole = Math.Max(min, _random.Next(6) switch { 0 => 0, 1 => 1, 2 => _random.Next(0, 20), 3 => 1450, 4 => _random.Next(0, 1500), _ => _random.Next(0, _calm ? 2000 : 9000) });
        return a.Decimals >= 2 && _random.Next(3) == 0 ? $"{whole}.{_random.Next(100):D2}" : whole.ToString(CultureInfo.InvariantCulture);
    }

    private static FactNode List(IEnumerable<string> keys, Func<string, FactNode> item) => FactNode.Array([.. keys.Select(item)], Nowhere);

    private static FactNode Scalar(string text) => FactNode.Scalar(text, Nowhere);
}
