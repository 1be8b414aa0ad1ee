using Eligibility.RuleSets;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;

namespace Eligibility.Lints;

/// <summary>Finds derived items and parameters that nothing reads in any stack of files.</summary>
internal static class UsageLint
{
    public static void Run(IReadOnlyList<Plan> plans, DiagnosticBag bag)
    {
        var read = new HashSet<(string File, string Name)>();
        var declared = new Dictionary<(string File, string Name), Text.Location>();
        foreach (var programme in plans.SelectMany(p => p.Rules.Programmes))
        {
            foreach (var p in programme.Parameters) declared[(p.File.Source.Name, p.Name)] = p.Definition.Location;
            foreach (var item in programme.Items)
            {
                if (item.Kind == ItemKind.Derived) declared[(item.File.Source.Name, item.Name)] = item.Definition!.Location;
                foreach (var e in Expressions(item).SelectMany(BoundTree.All))
                {
                    if (e is BoundItem { Item: RuleItem other } && other != item) read.Add((other.File.Source.Name, other.Name));
                    if (e is BoundParameter { Parameter: RuleParameter p }) read.Add((p.File.Source.Name, p.Name));
                }
            }
            // A parameter may serve only as the floor of another.
            foreach (var p in programme.Parameters.Where(p => p.Definition.Floor is not null))
                foreach (var name in SyntaxTree.DescendantsAndSelf(p.Definition.Floor!.Syntax).OfType<NameSyntax>())
                    if (programme.Parameter(name.Name) is { } used) read.Add((used.File.Source.Name, used.Name));
        }
        foreach (var (key, location) in declared)
            if (!read.Contains(key)) bag.UnusedName(location, key.Name);
    }

    private static IEnumerable<BoundExpression> Expressions(RuleItem item) =>
        [item.Bound, .. Of(item.Met), .. Of(item.NotMet)];

    private static IEnumerable<BoundExpression> Of(BoundTemplate? template) =>
        template is null ? [] : template.Zh.Concat(template.En).Select(p => p.Expression).OfType<BoundExpression>();
}
