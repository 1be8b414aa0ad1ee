using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Evaluation;

/// <summary>Finds every caution that a decision rests on: only of items that were used, and of readings only where they matter.</summary>
internal static class WarningFinder
{
    public static IReadOnlyList<Warning> Find(HouseholdRun run, ProgrammeRules rules, Outcome outcome)
    {
        var warnings = new List<Warning>();
        var derivation = Derivation.Of(run, rules);
        Currency(run, rules, warnings);
        foreach (var overlay in rules.Merged.Overlays)
            warnings.Add(new Warning(WarningKind.Assumed, overlay.OverlayName ?? "overlay", new LocalText($"以下结果以假设“{overlay.Title.Zh}”为前提", $"The result assumes: {overlay.Title.En}"), []));
        var used = derivation.Steps.Select(s => s.Item).Where(i => i.Owner == rules).Distinct().ToArray();
        foreach (var item in used) Item(run, item, warnings);
        foreach (var reading in rules.Items.Where(i => i.Kind == ItemKind.Interpretation && used.Contains(i.Of)))
            if (run.Instances(reading).Any(i => run[reading, i] is { IsTrue: true } or { IsUnknown: true })) Add(warnings, WarningKind.Interpretation, reading.Reading!.Name, reading.Reading.Note, reading.Reading.Cites);
        foreach (var p in derivation.Parameters.Where(p => p.Owner == rules).OrderBy(p => p.Index)) Values(run, p, derivation.KeysOf(p), warnings);
        if (outcome != Outcome.Ineligible) Conditional(run, rules, used, warnings);
        return warnings;
    }

    private static void Item(HouseholdRun run, RuleItem item, List<Warning> warnings)
    {
        if (item.Definition is not { } d) return;
        if (item.Kind == ItemKind.Benefit && d is BenefitDefinition { Rounding: { Status: not RuleStatus.Verified } r } && Rounded(run, item)) Add(warnings, KindOf(r.Status), item.Name, r.Note!, r.Cites);
        // A benefit's condition and amount are parts of it, and say nothing that it does not say itself.
        if (item.Kind is ItemKind.ExactAmount || item.Name.StartsWith("#when:", StringComparison.Ordinal)) return;
        if (item.Kind is ItemKind.RouteTest or ItemKind.Benefit && Irrelevant(run, item)) return;
        if (d.Status != RuleStatus.Verified && !item.File.IsOverlay && d.Note is not null) Add(warnings, KindOf(d.Status), d.Name, d.Note, d.Cites);
        foreach (var c in d.Conflicts) Add(warnings, WarningKind.Conflict, d.Name, c.Note, [c.Cite]);
    }

    /// <summary>A route or payment that certainly does not come about raises no doubt.</summary>
    private static bool Irrelevant(HouseholdRun run, RuleItem item) =>
        run.Instances(item).All(i => run[item, i] is { IsFalse: true } or { Kind: ValueKind.Number, Number.Sign: 0 });

    private static bool Rounded(HouseholdRun run, RuleItem payment) =>
        run.Instances(payment).Any(i => run[payment, i] is { Kind: ValueKind.Number } paid && paid.Number.Sign != 0
            && run[payment.Of!, i] is { Kind: ValueKind.Number } exact && exact.Number != paid.Number);

    private static void Currency(HouseholdRun run, ProgrammeRules rules, List<Warning> warnings)
    {
        foreach (var file in rules.Merged.Files)
        {
            if (file.CurrentThrough is { } through && through < MonthRules.LastDay(run.Rules.Month))
                warnings.Add(new Warning(WarningKind.Currency, file.Id, file.CurrencyNote!, []));
        }
    }

    private static void Values(HouseholdRun run, RuleParameter p, IReadOnlySet<string>? keys, List<Warning> warnings)
    {
        foreach (var m in run.Rules.Used[p])
        {
            var v = m.Definition;
            if (keys is not null && !keys.Contains(v.Key)) continue;
            if (v.Status != RuleStatus.Verified && !m.File.IsOverlay && v.Note is not null)
                Add(warnings, KindOf(v.Status), p.Name, new LocalText($"{p.Label.Zh} {Shown(v, p, Language.Chinese)}：{v.Note.Zh}", $"{p.Label.En} {Shown(v, p, Language.English)}: {v.Note.En}"), v.Cites);
            if (v.AttestedThrough is { } through && through < run.Rules.Month.OnDayOfMonth(1)) Add(warnings, WarningKind.Unattested, p.Name, Gaps.Unattested(p, v).Text, v.Cites);
            if (v.Published is null && !m.File.IsOverlay && v.Value.Kind == ValueKind.Number)
                Add(warnings, WarningKind.PublicationUnknown, p.Name, new LocalText($"{p.Label.Zh}（{Shown(v, p, Language.Chinese)}）", $"{p.Label.En} ({Shown(v, p, Language.English)})"), v.Cites);
        }
    }

    private static string Shown(ParameterValue v, RuleParameter p, Language language) => Display.Of(v.Value, language, Display.IsMoney(p.Unit));

    private static void Conditional(HouseholdRun run, ProgrammeRules rules, RuleItem[] used, List<Warning> warnings)
    {
        foreach (var other in used.SelectMany(ItemOrder.DependenciesOf).Where(i => i.Owner != rules && i.Kind is ItemKind.OnRoll or ItemKind.AnyOnRoll).Select(i => i.Owner).Distinct())
        {
            var (onRoll, entitled) = (other.First(ItemKind.AnyOnRoll), other.First(ItemKind.Eligible));
            if (!run[onRoll].IsTrue || !run[entitled].IsTrue || HasGrant(run, other)) continue;
            warnings.Add(new Warning(WarningKind.Conditional, other.Programme,
                new LocalText($"以“{other.Merged.Top.Title.Zh}”获得审核确认为前提", $"Holds if {other.Merged.Top.Title.En} is confirmed"), []));
        }
    }

    /// <summary>Whether a grant of the programme is in force in the month: the condition on which its roll is read.</summary>
    private static bool HasGrant(HouseholdRun run, ProgrammeRules programme)
    {
        var onRoll = programme.First(ItemKind.OnRoll);
        return onRoll.Bound is BoundIf { Condition: var inForce } && run.Evaluate(inForce, run.Instances(onRoll)[0]).IsTrue;
    }

    private static void Add(List<Warning> warnings, WarningKind kind, string name, LocalText text, IReadOnlyList<Citation> cites)
    {
        if (!warnings.Exists(w => w.Kind == kind && w.Name == name && w.Text == text)) warnings.Add(new Warning(kind, name, text, DecisionMaker.Cites(cites)));
    }

    private static WarningKind KindOf(RuleStatus status) => status switch
    {
        RuleStatus.SecondHand => WarningKind.SecondHand,
        RuleStatus.ObservedPractice => WarningKind.ObservedPractice,
        RuleStatus.Assumed => WarningKind.Assumed,
        _ => WarningKind.Interpretation,
    };
}
