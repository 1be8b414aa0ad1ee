using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

internal sealed partial class RuleFileReader
{
    private static readonly string[] Kinds = ["own", "delegated", "entrusted"];

    private ProcedureDefinition? ReadProcedure()
    {
        if (_file.Submap("procedure") is not { } m) return null;
        var by = m.Submap("confirmedBy");
        var steps = m.Maps("steps").Select(ReadStep).ToArray();
        var notes = m.Maps("notes").Select(n => ReadProcedureText(n, "notes")).ToArray();
        (LocalText, IReadOnlyList<Citation>)? remedy = m.Submap("remedy") is { } r ? ReadProcedureText(r, "remedy") : null;
        var result = new ProcedureDefinition(by?.Text("level", required: true), by?.Choice("kind", Kinds), by is null ? [] : Cited(by, "confirmedBy"), steps, notes, remedy, ReadHearing(m), ReadDelegation(m));
        by?.Finish();
        m.Finish();
        CheckSteps(steps);
        return result;
    }

    private (LocalText, IReadOnlyList<Citation>) ReadProcedureText(MapReader m, string key)
    {
        var (zh, en) = (m.Text("zh", required: true) ?? "", m.Text("en"));
        var cites = Cited(m, key);
        m.Finish();
        return (new LocalText(zh, en ?? zh), cites);
    }

    private StepDefinition ReadStep(MapReader m)
    {
        var name = m.Text("name", required: true) ?? "";
        var limit = m.Number("limit") is { } n && n.TryToInt32(out var days) ? days : (int?)null;
        var step = new StepDefinition(name, m.Local("label", required: true) ?? LocalText.Same(name), limit, m.Choice("days", ["working", "calendar"]) != "calendar", m.Text("after"), m.Choice("for", Kinds),
            m.ValueLocation(m.Has("after") ? "after" : "name"), Cited(m, name));
        m.Finish();
        return step;
    }

    /// <summary>A limit counts from acceptance or from a step of the same list, and no two steps wait for each other.</summary>
    private void CheckSteps(StepDefinition[] steps)
    {
        var names = steps.Select(s => s.Name).Append(StepDefinition.Acceptance).ToHashSet(StringComparer.Ordinal);
        foreach (var s in steps.Where(s => s.After is not null))
        {
            if (!names.Contains(s.After!))
            {
                Bag.BadChoice(s.Location, s.After!, [.. names]);
                continue;
            }
            var path = new List<string> { s.Name };
            for (var next = s.After; next is not null && next != StepDefinition.Acceptance && names.Contains(next) && path.Count <= steps.Length; next = steps.FirstOrDefault(x => x.Name == next)?.After) path.Add(next);
            if (path.Count > steps.Length) Bag.Cycle(s.Location, path);
        }
    }

    private HearingDefinition? ReadHearing(MapReader procedure)
    {
        if (procedure.Submap("hearing") is not { } m) return null;
        m.Require("before");
        var before = m.Names("before");
        foreach (var word in before.Where(w => w is not ("reduction" or "termination"))) Bag.BadChoice(m.ValueLocation("before"), word, ["reduction", "termination"]);
        var hearing = new HearingDefinition(before.Contains("reduction"), before.Contains("termination"), m.Local("note"), Cited(m, "hearing"));
        m.Finish();
        return hearing;
    }

    private DelegationDefinition? ReadDelegation(MapReader procedure)
    {
        if (procedure.Submap("delegation") is not { } m) return null;
        var delegation = new DelegationDefinition(m.Flag("needsPermission"), m.Flag("permitted"), m.Local("note"), Cited(m, "delegation"));
        m.Finish();
        return delegation;
    }
}
