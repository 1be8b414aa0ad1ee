using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>What stands behind a dot.</content>
internal sealed partial class Binder
{
    private BoundExpression BindPath(PathSyntax p)
    {
        if (IsRule && p.Target is NameSyntax { Name: "month" or "previousMonth" } m && Resolve(m.Name, m.Span) is null) return BindMonth(m.Name, p);
        if (IsRule && p.Target is PathSyntax { Target: NameSyntax { Name: "programmes" } root } q && Resolve(root.Name, root.Span) is null) return BindProgramme(q, p);
        var target = Bind(p.Target);
        return target.Type.IsError ? new BoundError(p.Span) : BindProperty(target, target.Type, p);
    }

    /// <summary>A part of a value whose type, as far as it exists, is given.</summary>
    private BoundExpression BindProperty(BoundExpression target, FeelType type, PathSyntax p)
    {
        switch (type)
        {
            case EntityType e:
                if (Labels.IsName(p.Name) && IsAmbiguous(p.Name, p.NameSpan, [.. LabelledOn(e.Declaration, p.Name)])) return new BoundError(p.Span);
                if (Member(target, e.Declaration, p.Name, p.Span) is { } member)
                {
                    Note(member, p.NameSpan, label => LabelledOn(e.Declaration, label));
                    return member;
                }
                return NoSuchProperty(p, type, [.. e.Declaration.Attributes.Select(a => a.Name), .. _environment.Names]);
            case ListType { Element: var element }:
                var slot = Slots++;
                var of = element.IsError ? FeelType.Any : element;
                var body = BindProperty(new BoundLocal(slot, "item", of, p.Target.Span), of, p);
                return body.Type.IsError ? body : new BoundMap(target, slot, body, FeelType.ListOf(body.Type), p.Span);
            case OptionalType when IsRule:
                _bag.MayBeAbsent(At(target.Span), Written(target.Span));
                return new BoundError(p.Span);
            case OptionalType o:
                return BindProperty(target, o.Inner, p);
            // A context may have more entries than its type tells.
            case { IsAny: true } or ContextType when !IsRule:
                return new BoundProperty(target, p.Name, (type as ContextType)?.Field(p.Name) ?? FeelType.Any, p.Span);
            default:
                return Properties.TypeOf(type, p.Name) is { } t ? new BoundProperty(target, p.Name, t, p.Span) : NoSuchProperty(p, type, Properties.NamesOf(type));
        }
    }

    private BoundExpression BindMonth(string name, PathSyntax p)
    {
        MonthPart? part = (name, p.Name) switch
        {
            ("month", "start") => MonthPart.Start,
            ("month", "end") => MonthPart.End,
            ("previousMonth", "end") => MonthPart.PreviousEnd,
            _ => null,
        };
        if (part is { } known) return new BoundMonth(known, p.Span);
        _bag.NoSuchProperty(At(p.NameSpan), p.Name, name, name == "month" ? "start" : "end");
        return new BoundError(p.Span);
    }

    /// <summary><c>programmes.key.name</c>: an item of another programme on the innermost entity that has one.</summary>
    private BoundExpression BindProgramme(PathSyntax programme, PathSyntax p)
    {
        if (!_environment.Programmes.Contains(programme.Name))
        {
            _bag.UnknownProgramme(At(programme.NameSpan), programme.Name, NearestName.Find(programme.Name, _environment.Programmes));
            return new BoundError(p.Span);
        }
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            if (scope is not EntityScope e) continue;
            BoundExpression target = new BoundLocal(e.Slot, e.Declaration.Name, new EntityType(e.Declaration), p.Span);
            for (var d = e.Declaration; d is not null; d = d.Parent)
            {
                if (_environment.TryFindForeign(programme.Name, d, p.Name, out var item) && item is not null) return new BoundItem(target, item, item.Type, p.Span);
                if (d.Parent is not null) target = new BoundParent(target, d.Parent, p.Span);
            }
        }
        if (_environment.FindForeignParameter(programme.Name, p.Name) is { } parameter) return Parameter(parameter, p.Span);
        _bag.NoSuchProperty(At(p.NameSpan), p.Name, $"programmes.{programme.Name}", null);
        return new BoundError(p.Span);
    }

    private BoundError NoSuchProperty(PathSyntax p, FeelType type, IEnumerable<string> names)
    {
        _bag.NoSuchProperty(At(p.NameSpan), p.Name, type.ToString(), NearestName.Find(p.Name, names));
        return new BoundError(p.Span);
    }
}
