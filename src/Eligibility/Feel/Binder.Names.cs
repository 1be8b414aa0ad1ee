using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Feel;

/// <content>What a name stands for.</content>
internal sealed partial class Binder
{
    private BoundExpression BindName(NameSyntax name)
    {
        if (Labels.IsName(name.Name) && IsAmbiguous(name.Name, name.Span, LabelledInScope(name.Name))) return new BoundError(name.Span);
        if (Resolve(name.Name, name.Span) is { } found)
        {
            Note(found, name.Span, LabelledInScope);
            return found;
        }
        if (name.Name is "?") _bag.SubjectOutsideTest(At(name.Span));
        else if (OperationTable.FunctionNames.Contains(name.Name)) _bag.OutsideProfile(At(name.Span), OutsideProfile.FunctionValue);
        else _bag.UnknownName(At(name.Span), name.Name, NearestName.Find(name.Name, NamesInScope()));
        return new BoundError(name.Span);
    }

    private BoundExpression? Resolve(string name, TextSpan span)
    {
        BoundExpression? late = null;
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            switch (scope)
            {
                case VariableScope v when v.Name == name:
                    return new BoundLocal(v.Slot, v.Name, v.Type, span);
                case EntityScope e when ResolveOnEntity(e, name, span) is { } found:
                    return found;
                case ElementScope { Type: ContextType c } e when c.Field(name) is { } t:
                    return new BoundProperty(new BoundLocal(e.Slot, "item", e.Type, span), name, t, span);
                // A context may have more entries than its type tells.
                case ElementScope e when !IsRule:
                    late ??= new BoundProperty(new BoundLocal(e.Slot, "item", e.Type, span), name, FeelType.Any, span);
                    break;
            }
        }
        return _environment.FindParameter(name) is { } p ? Parameter(p, span) : late;
    }

    private BoundExpression? ResolveOnEntity(EntityScope scope, string name, TextSpan span)
    {
        BoundExpression target = new BoundLocal(scope.Slot, scope.Declaration.Name, new EntityType(scope.Declaration), span);
        for (var d = scope.Declaration; ; d = d.Parent)
        {
            if (Member(target, d, name, span) is { } found) return found;
            if (d.Name == name) return target;
            if (d.Parent is null) return null;
            target = new BoundParent(target, d.Parent, span);
        }
    }

    /// <summary>An attribute or item of exactly this entity, by key or label.</summary>
    private BoundExpression? Member(BoundExpression target, EntityDeclaration d, string name, TextSpan span)
    {
        var attribute = d.Attribute(name) ?? ByLabel(d, name);
        if (attribute is not null) return Present(new BoundAttribute(target, attribute, attribute.RuleType, span));
        if (_environment.FindItem(d, name) is { } item) return Present(new BoundItem(target, item, item.Type, span));
        return null;
    }

    private static AttributeDeclaration? ByLabel(EntityDeclaration d, string name) => char.IsAscii(name[0]) ? null : d.Attributes.Find(a => a.Label.Zh == name);

    /// <summary>Makes an optional value plain where a condition has shown that it exists.</summary>
    private BoundExpression Present(BoundExpression e)
    {
        if (e.Type is not OptionalType o || Narrowing.KeyOf(e) is not { } key || !_present.Contains(key)) return e;
        return e is BoundAttribute a ? a with { Type = o.Inner } : ((BoundItem)e) with { Type = o.Inner };
    }

    private BoundParameter Parameter(ParameterSymbol p, TextSpan span)
    {
        var keys = new List<BoundExpression>();
        foreach (var by in p.By)
        {
            var key = Resolve(by, span);
            if (key is null) _bag.ParameterKeyNotInScope(At(span), p.Name, by);
            keys.Add(key ?? new BoundError(span));
        }
        return new BoundParameter(p, keys, p.Type, span);
    }

    private IEnumerable<string> NamesInScope()
    {
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            if (scope is VariableScope v) yield return v.Name;
            if (scope is ElementScope { Type: ContextType c })
                foreach (var (n, _) in c.Fields) yield return n;
            if (scope is not EntityScope e) continue;
            for (var d = e.Declaration; d is not null; d = d.Parent)
                foreach (var a in d.Attributes) yield return a.Name;
        }
        foreach (var n in _environment.Names) yield return n;
        foreach (var n in OperationTable.FunctionNames) yield return n;
    }
}
