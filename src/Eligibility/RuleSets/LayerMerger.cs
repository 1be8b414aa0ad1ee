using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.RuleSets;

/// <summary>Lays files over each other. A same-named item needs <c>override: true</c>, and what is overridden or removed must exist.</summary>
internal sealed class LayerMerger(DiagnosticBag bag)
{
    private readonly Dictionary<string, (Location Location, RuleFile File)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Merged<ParameterValue>>> _values = new(StringComparer.Ordinal);
    private readonly List<Merged<ParameterDefinition>> _parameters = [];
    private readonly List<Merged<DerivedDefinition>> _derived = [];
    private readonly List<Merged<CriterionDefinition>> _criteria = [];
    private readonly List<Merged<RouteDefinition>> _routes = [];
    private readonly List<Merged<BenefitDefinition>> _benefits = [];
    private readonly List<Merged<ExclusionDefinition>> _exclusions = [];
    private readonly List<Merged<NotStatedDefinition>> _notStated = [];
    private readonly List<Merged<Removal>> _removals = [];

    /// <summary>Merges files given lowest layer first.</summary>
    public static MergedRules Merge(IReadOnlyList<RuleFile> files, DiagnosticBag bag)
    {
        var merger = new LayerMerger(bag);
        foreach (var file in files) merger.Lay(file);
        return new MergedRules
        {
            Programme = files[0].Programme,
            Files = files,
            Top = files.Last(f => !f.IsOverlay),
            Parameters = merger._parameters,
            Values = merger._values.ToDictionary(v => v.Key, IReadOnlyList<Merged<ParameterValue>> (v) => v.Value, StringComparer.Ordinal),
            Derived = merger._derived,
            Criteria = merger._criteria,
            Routes = merger._routes,
            Benefits = merger._benefits,
            Exclusions = merger._exclusions,
            NotStated = merger._notStated,
            Removals = merger._removals,
        };
    }

    private void Lay(RuleFile file)
    {
        foreach (var removal in file.Removals) Remove(removal, file);
        foreach (var p in file.Parameters) LayParameter(p, file);
        foreach (var d in file.Derived) Put(_derived, d, file);
        foreach (var c in file.Criteria) Put(_criteria, c, file);
        foreach (var b in file.Benefits) Put(_benefits, b, file);
        LayRoutes(file);
        _exclusions.AddRange(file.Exclusions.Select(e => new Merged<ExclusionDefinition>(e, file)));
        _notStated.AddRange(file.NotStated.Select(n => new Merged<NotStatedDefinition>(n, file)));
    }

    private void Remove(Removal removal, RuleFile file)
    {
        _removals.Add(new Merged<Removal>(removal, file));
        var removed = _parameters.RemoveAll(p => p.Definition.Name == removal.Name) + _derived.RemoveAll(d => d.Definition.Name == removal.Name)
            + _criteria.RemoveAll(c => c.Definition.Name == removal.Name) + _routes.RemoveAll(r => r.Definition.Name == removal.Name)
            + _benefits.RemoveAll(b => b.Definition.Name == removal.Name) + _notStated.RemoveAll(n => n.Definition.Name == removal.Name)
            + _exclusions.RemoveAll(e => e.Definition.Programme == removal.Name);
        if (removed == 0) bag.RemovalOfNothing(removal.Location, removal.Name, NearestName.Find(removal.Name, _names.Keys));
        _names.Remove(removal.Name);
        _values.Remove(removal.Name);
    }

    /// <summary>Checks a name against what lies below; false when the item must not be laid.</summary>
    private bool Admit(ItemDefinition item, RuleFile file)
    {
        var exists = _names.TryGetValue(item.Name, out var below);
        if (exists && below.File == file) return true; // a name used twice in one file was reported when the file was read
        if (exists && !item.Override)
        {
            bag.MissingOverride(item.Location, item.Name, below.Location);
            return false;
        }
        if (!exists && item.Override) bag.OverrideOfNothing(item.Location, item.Name, NearestName.Find(item.Name, _names.Keys));
        _names[item.Name] = (item.Location, file);
        return true;
    }

    private void Put<T>(List<Merged<T>> list, T item, RuleFile file)
        where T : ItemDefinition
    {
        var isNew = !_names.ContainsKey(item.Name);
        if (!Admit(item, file)) return;
        if (isNew)
        {
            list.Add(new Merged<T>(item, file));
            return;
        }
        DropOtherKinds(list, item.Name);
        var index = list.FindIndex(m => m.Definition.Name == item.Name);
        if (index >= 0) list[index] = new Merged<T>(item, file);
        else list.Add(new Merged<T>(item, file));
    }

    /// <summary>An item may change its kind from layer to layer, as a formula that becomes a criterion: the old one goes wherever it was.</summary>
    private void DropOtherKinds(object list, string name)
    {
        if (list != _parameters && _parameters.RemoveAll(m => m.Definition.Name == name) > 0) _values.Remove(name);
        if (list != _derived) _derived.RemoveAll(m => m.Definition.Name == name);
        if (list != _criteria) _criteria.RemoveAll(m => m.Definition.Name == name);
        if (list != _benefits) _benefits.RemoveAll(m => m.Definition.Name == name);
    }

    private void LayRoutes(RuleFile file)
    {
        var own = new List<Merged<RouteDefinition>>();
        foreach (var r in file.Routes)
        {
            // Routes have a name space of their own: a route is often called what it covers.
            var below = _routes.Find(m => m.Definition.Name == r.Name);
            if (below is not null && !r.Override)
            {
                bag.MissingOverride(r.Location, r.Name, below.Definition.Location);
                continue;
            }
            if (below is null && r.Override) bag.OverrideOfNothing(r.Location, r.Name, NearestName.Find(r.Name, _routes.Select(m => m.Definition.Name)));
            if (below is not null) _routes.Remove(below);
            own.Add(new Merged<RouteDefinition>(r, file));
        }
        _routes.InsertRange(0, own);
    }

    private void LayParameter(ParameterDefinition p, RuleFile file)
    {
        var declared = _names.ContainsKey(p.Name) ? _parameters.Find(m => m.Definition.Name == p.Name) : null;
        if (p.OnlyValues)
        {
            if (declared is null)
            {
                bag.UnknownParameterValue(p.Location, p.Name, NearestName.Find(p.Name, _parameters.Select(m => m.Definition.Name)));
                return;
            }
        }
        else
        {
            var isNew = !_names.ContainsKey(p.Name);
            if (!Admit(p, file)) return;
            if (!isNew) DropOtherKinds(_parameters, p.Name);
            if (declared is not null) _parameters[_parameters.IndexOf(declared)] = new Merged<ParameterDefinition>(p, file);
            else _parameters.Add(new Merged<ParameterDefinition>(p, file));
            declared = new Merged<ParameterDefinition>(p, file);
        }
        LayValues(declared.Definition, p.Values, file);
    }

    /// <summary>A layer that has any value for a combination of keys owns that series whole; an overlay adds to it and wins a tie.</summary>
    private void LayValues(ParameterDefinition declared, IReadOnlyList<ParameterValue> values, RuleFile file)
    {
        if (!_values.TryGetValue(declared.Name, out var series)) _values[declared.Name] = series = [];
        var typed = Spread(declared, [.. values.Select(v => Typed(declared, v)).OfType<ParameterValue>()], series);
        CheckStarts(declared, typed);
        foreach (var key in typed.Select(v => v.Key).Distinct().ToArray())
        {
            if (!file.IsOverlay) series.RemoveAll(v => v.Definition.Key == key);
            else series.RemoveAll(v => v.Definition.Key == key && typed.Any(t => t.Key == key && t.From == v.Definition.From));
        }
        series.AddRange(typed.Select(v => new Merged<ParameterValue>(v, file)));
    }

    /// <summary>An entry that holds nothing and names no keys speaks of every combination of its layer, or, where that has none, of those below.</summary>
    private static ParameterValue[] Spread(ParameterDefinition declared, ParameterValue[] values, List<Merged<ParameterValue>> below)
    {
        if (declared.By.Count == 0 || values.All(v => v.Key.Length > 0)) return values;
        var keys = values.Select(v => v.Key).Where(k => k.Length > 0).Distinct().ToArray();
        if (keys.Length == 0) keys = [.. below.Select(v => v.Definition.Key).Distinct()];
        return [.. values.SelectMany(v => v.Key.Length > 0 ? [v] : keys.Select(k => v with { Key = k }))];
    }

    private void CheckStarts(ParameterDefinition declared, ParameterValue[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (values[i].Key == values[j].Key && values[i].From == values[j].From && values[i].Published == values[j].Published)
                    bag.SameStartTwice(values[i].Location, declared.Name, values[j].Location);
            }
        }
    }

    private ParameterValue? Typed(ParameterDefinition declared, ParameterValue value)
    {
        if (value.HoldsNothing || value.Value.IsNull) return value;
        var depth = value.Key.Length == 0 ? 0 : value.Key.Split(", ").Length;
        if (depth != declared.By.Count)
        {
            bag.ParameterKeys(value.Location, declared.Name, declared.By.Count);
            return null;
        }
        if (value.Value.Kind != ValueKind.String) return value;
        var text = value.Value.Text;
        if (declared.Type == FeelType.Number)
        {
            if (Number.TryParse(text, out var n)) return value with { Value = Value.From(n) };
            bag.BadNumberInRules(value.Location, text);
        }
        else if (declared.Type == FeelType.Date)
        {
            if (FeelDate.TryParse(text, out var d)) return value with { Value = Value.From(d) };
            bag.BadDateInRules(value.Location, text);
        }
        else if (declared.Type == FeelType.Boolean)
        {
            if (text is "true" or "false") return value with { Value = Value.From(text == "true") };
            bag.BadChoice(value.Location, text, ["true", "false"]);
        }
        else
        {
            return value;
        }
        return null;
    }
}
