using Eligibility.Evaluation;
using Eligibility.Simulation.Kernels;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace Eligibility.Simulation.Impact;

/// <summary>What a result is about: the question, the rules, and what the names in its tally stand for. Parts of one simulation have the same frame.</summary>
internal static class ResultFrame
{
    /// <param name="variants">The variants.</param>
    /// <param name="changes">The changes of each reform that is told apart, and which variant stands for which set of them.</param>
    /// <param name="synthetic">Whether the caseload is made up.</param>
    /// <param name="kernels">How the rules as they are were computed.</param>
    /// <param name="places">The names of the places that households name.</param>
    public static JObject Of(IReadOnlyList<Variant> variants, IReadOnlyList<Parts> changes, bool synthetic, KernelPair kernels, Jurisdictions places)
    {
        var rules = variants[0].Rules;
        return new JObject
        {
            ["place"] = rules.Place,
            ["placeName"] = Text(rules.PlaceName),
            ["month"] = FeelDate.Format(rules.Month),
            ["knownAt"] = FeelDate.Format(rules.KnownAt),
            ["acceptUnattested"] = rules.Asked.AcceptUnattested,
            ["synthetic"] = synthetic,
            ["variants"] = new JArray(variants.Select((v, i) => Variant(v, [.. variants.Where(b => b.Back?.Reform == i).Select(b => b.Rules.Month)]))),
            ["attribution"] = new JArray(changes.Select(c => new JObject { ["variant"] = c.Variant, ["changes"] = new JArray(c.Changes.Select(x => new JObject { ["name"] = x.Name, ["title"] = Text(x.Title) })), ["sets"] = new JArray(c.Sets) })),
            ["plan"] = new JObject { ["columns"] = kernels.Formulas - kernels.OneByOne.Count, ["oneByOne"] = new JArray(kernels.OneByOne.Select(i => Text(i.Label))) },
            ["means"] = KernelBuilder.MeansOf(rules) is { } income && kernels.Means is not null ? Text(income.Label) : null,
            ["splits"] = new JArray(Splits(rules, places).Select(s => new JObject { ["name"] = s.Name, ["label"] = Text(s.Label), ["groups"] = new JObject(s.Groups.Select(g => new JProperty(g.Group, Text(g.Label)))) })),
            ["labels"] = new JObject(LabelsOf(variants.Where(v => !v.OnlyCost).Select(v => v.Rules)).Select(l => new JProperty(l.Key, Text(l.Value)))),
        };
    }

    private static IEnumerable<Split> Splits(MonthRules rules, Jurisdictions places) =>
    [
        Split.Place(places.All.Where(p => p.Code.StartsWith(rules.Place.TrimEnd('0'), StringComparison.Ordinal))), .. rules.Plan.Rules.Vocabulary.Report.Splits.Select(s => Split.Of(s.Attribute)), Split.Size,
    ];

    private static JObject Variant(Variant v, IReadOnlyList<YearMonth> back) => new()
    {
        ["back"] = new JArray(back.Select(FeelDate.Format)),
        ["name"] = v.Name,
        ["title"] = Text(v.Title),
        ["onlyCost"] = v.OnlyCost,
        ["touched"] = new JArray(v.Touched.Order(StringComparer.Ordinal)),
        ["programmes"] = new JArray(v.Rules.Plan.Rules.Programmes.Select(p => new JObject
        {
            ["programme"] = p.Programme,
            ["title"] = Text(p.Merged.Top.Title),
            ["version"] = FeelDate.Format(p.Merged.Top.From),
            ["hash"] = v.Rules.Plan.HashOf(p),
            ["noRules"] = v.Rules.Gaps.TryGetValue(p.Programme, out var gap) ? Text(gap.Text) : null,
            ["assumed"] = new JArray(p.Merged.Overlays.Select(o => o.OverlayName ?? o.Source.Name)),
            ["benefits"] = new JArray(p.Payments.Select(i => (Item: i, Definition: (RuleSets.BenefitDefinition)i.Definition!)).Select(b => new JObject
            {
                ["benefit"] = b.Item.Name, ["label"] = Text(b.Item.Label), ["payer"] = b.Definition.Payer, ["payerLabel"] = p.Merged.PayerLabel(b.Definition.Payer) is { } payer ? Text(payer) : null,
                ["toAccount"] = b.Definition.ToAccount,
            })),
        })),
    };

    /// <summary>How people call what may be missing, by its kind and key as the tally has them. What is missing there is known only when all is decided, and parts must have the same frame.</summary>
    public static IReadOnlyDictionary<string, LocalText> LabelsOf(IEnumerable<MonthRules> months)
    {
        var labels = new SortedDictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var rules in months.Select(m => m.Plan.Rules).Distinct())
        {
            foreach (var a in rules.Vocabulary.Entities.SelectMany(e => e.Attributes)) labels.TryAdd($"{MissingKind.Fact}/{a.Name}", a.Label);
            foreach (var p in rules.Parameters) labels.TryAdd($"{MissingKind.Parameter}/{p.Name}", p.Label);
            foreach (var i in rules.Order.Where(i => i.Definition is not null))
                foreach (var kind in new[] { MissingKind.Amount, MissingKind.Fault }) labels.TryAdd($"{kind}/{i.Name}", i.Label);
            foreach (var n in rules.Programmes.SelectMany(p => p.Merged.NotStated)) labels.TryAdd($"{MissingKind.Amount}/{n.Definition.Name}", n.Definition.Note);
        }
        return labels;
    }

    private static JObject Text(LocalText text) => new() { ["zh"] = text.Zh, ["en"] = text.En };
}

/// <summary>A reform of several changes.</summary>
/// <param name="Variant">The variant with all of them.</param>
/// <param name="Changes">The changes and how a report calls them.</param>
/// <param name="Sets">The variant for each set of them, by bit mask; 0 is the rules as they are.</param>
internal sealed record Parts(int Variant, IReadOnlyList<(string Name, LocalText Title)> Changes, IReadOnlyList<int> Sets);
