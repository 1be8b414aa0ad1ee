using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Evaluation;

/// <summary>Reads the decision of one programme out of a run.</summary>
internal sealed class DecisionMaker(HouseholdRun run, ProgrammeRules rules)
{
    private Causes? _missing;

    public static Decision Decide(HouseholdRun run, ProgrammeRules rules) => new DecisionMaker(run, rules).Decide();

    private Decision Decide()
    {
        var eligible = run[rules.First(ItemKind.Eligible)];
        var outcome = eligible.IsUnknown ? Outcome.Undetermined : eligible.IsTrue ? Outcome.Eligible : Outcome.Ineligible;
        if (eligible.IsUnknown) Miss(eligible.Causes);
        var routes = rules.Routes;
        var route = NameOf(run[rules.First(ItemKind.Route)]);
        var covered = Covered(routes);
        var payments = Payments(out var complete);
        if (outcome == Outcome.Eligible && run[rules.First(ItemKind.Payable)] is { IsUnknown: true } unknown)
        {
            Miss(unknown.Causes);
            complete = false;
        }
        var gap = run.Rules.Gaps.ContainsKey(rules.Programme);
        var total = default(Money);
        foreach (var p in payments) total += p.Amount;
        var notApplicable = gap ? null : NotApplicable();
        return new Decision(run, rules)
        {
            RuleSetHash = run.Rules.Plan.HashOf(rules),
            Outcome = outcome,
            NotApplicable = notApplicable,
            Route = route,
            Class = route is null ? null : ClassOf(routes, route),
            Covered = covered,
            Payments = payments,
            LazyFindings = gap || notApplicable is not null ? Nothing<Finding>.Yet : new(Findings),
            Missing = _missing?.Items ?? [],
            LazyWarnings = gap || notApplicable is not null ? Nothing<Warning>.Yet : new(() => WarningFinder.Find(run, rules, outcome)),
            ConfirmedBy = Confirmation(),
            AmountIfKnown = outcome != Outcome.Undetermined && complete ? total : null,
        };
    }

    private void Miss(Causes causes) => _missing = _missing is null ? causes : _missing.With(causes);

    private static string? NameOf(Value route) => route.Kind == ValueKind.String && route.Text.Length > 0 ? route.Text : null;

    private LocalText? NotApplicable()
    {
        if (rules.Merged.Applies is null) return null;
        var item = rules.First(ItemKind.Applies);
        var root = run.Facts.Root;
        return run[item].IsFalse ? new LocalText(run.Sentence(item.NotMet!, root, Language.Chinese), run.Sentence(item.NotMet!, root, Language.English)) : null;
    }

    private List<CoveredPerson> Covered(IReadOnlyList<RouteDefinition> routes)
    {
        var (entitled, route) = (rules.First(ItemKind.Entitled), rules.First(ItemKind.PersonRoute));
        var covered = new List<CoveredPerson>();
        foreach (var person in run.Instances(entitled))
        {
            if (!run[entitled, person].IsTrue) continue;
            var name = NameOf(run[route, person]);
            covered.Add(new CoveredPerson(KeyOf(person), name, name is null ? null : ClassOf(routes, name)));
        }
        return covered;
    }

    private static string? ClassOf(IReadOnlyList<RouteDefinition> routes, string name)
    {
        foreach (var r in routes)
            if (r.Name == name) return r.Class;
        return null;
    }

    private List<Payment> Payments(out bool complete)
    {
        complete = true;
        var payments = new List<Payment>();
        foreach (var item in rules.Payments)
        {
            var benefit = (BenefitDefinition)item.Definition!;
            foreach (var instance in run.Instances(item))
            {
                var value = run[item, instance];
                if (value.Kind == ValueKind.Number && value.Number.Sign < 0) value = FaultOf(Faults.NegativePayment, item);
                if (value.Kind == ValueKind.Number && value.Number.Sign == 0) continue;
                if (value.Kind == ValueKind.Number && Money.TryFromYuan(value.Number, out var amount))
                {
                    payments.Add(new Payment(item.Name, item.Label, item.Entity == run.Facts.Root.Declaration ? null : KeyOf(instance), benefit.Payer, benefit.ToAccount, amount));
                    continue;
                }
                complete = false;
                if (value.Kind == ValueKind.Number) value = FaultOf(Faults.NotWholeFen, item);
                if (run[rules.First(ItemKind.Eligible)].IsTrue) Miss(value.Causes);
            }
        }
        return payments;
    }

    private static Value FaultOf(Value fault, RuleItem item) => Value.Unknown(fault.Causes.Items[0] with { Of = item.Name });

    private IReadOnlyList<Finding> Findings()
    {
        var findings = new List<Finding>();
        foreach (var item in rules.Items)
        {
            if (item.Kind != ItemKind.Criterion) continue;
            var cites = Cites(item.Definition!.Cites);
            foreach (var instance in run.Instances(item))
            {
                var value = run[item, instance];
                var outcome = value.IsUnknown ? FindingOutcome.Unknown : value.IsTrue ? FindingOutcome.Met : FindingOutcome.NotMet;
                findings.Add(new Finding(item.Name, instance.Parent is null ? null : KeyOf(instance), outcome, new Lazy<LocalText>(() => Sentence(item, instance, outcome)), cites));
            }
        }
        return findings;
    }

    private LocalText Sentence(RuleItem item, EntityRecord instance, FindingOutcome outcome)
    {
        if (outcome == FindingOutcome.Unknown)
        {
            var causes = run[item, instance].Causes.Items;
            return new LocalText($"{item.Label.Zh}：无法判断，缺少{string.Join("、", causes.Select(c => c.Text.Zh))}", $"{item.Label.En}: cannot be told without {string.Join(", ", causes.Select(c => c.Text.En))}");
        }
        var template = outcome == FindingOutcome.Met ? item.Met! : item.NotMet!;
        return new LocalText(run.Sentence(template, instance, Language.Chinese), run.Sentence(template, instance, Language.English));
    }

    private Confirmation? Confirmation() => run.Rules.Plan.ConfirmationOf(rules);

    internal static string KeyOf(EntityRecord instance) => instance.Key ?? instance.Path;

    internal static IReadOnlyList<string> Cites(IReadOnlyList<Citation> cites) => cites.Count == 0 ? [] : [.. cites.Select(c => c.ToString())];
}
