using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

internal sealed partial class Binder
{
    private BoundExpression BindList(ListSyntax l)
    {
        var items = l.Items.Select(Bind).ToArray();
        if (items.Any(i => i.Type.IsError)) return new BoundError(l.Span);
        FeelType? element = null;
        foreach (var item in items)
        {
            var common = element is null ? item.Type : FeelType.Common(element, item.Type);
            if (common is null && IsRule)
            {
                _bag.ListElementsDiffer(At(item.Span), element!.ToString(), item.Type.ToString());
                return new BoundError(l.Span);
            }
            element = common ?? FeelType.Any;
        }
        // An empty list fits any list: its element type gives way to the other side's.
        return new BoundList(items, FeelType.ListOf(element ?? FeelType.Error), l.Span);
    }

    private BoundExpression BindContext(ContextSyntax c)
    {
        var outer = _scope;
        var entries = new List<(string, int, BoundExpression)>();
        foreach (var e in c.Entries)
        {
            if (entries.Exists(x => x.Item1 == e.Key)) _bag.DuplicateContextKey(At(e.KeySpan), e.Key);
            var value = Bind(e.Value);
            entries.Add((e.Key, Slots, value));
            _scope = new VariableScope(e.Key, Slots++, value.Type, _scope);
        }
        _scope = outer;
        return entries.Exists(e => e.Item3.Type.IsError)
            ? new BoundError(c.Span)
            : new BoundContext(entries, new ContextType([.. entries.Select(e => (e.Item1, e.Item3.Type))]), c.Span);
    }

    private BoundExpression BindRange(RangeSyntax r)
    {
        var (low, high) = (Bind(r.Low), Bind(r.High));
        if (low.Type.IsError || high.Type.IsError) return new BoundError(r.Span);
        if (FeelType.Common(low.Type, high.Type) is { } common) return new BoundRange(low, r.LowIncluded, high, r.HighIncluded, FeelType.RangeOf(common.Present), r.Span);
        _bag.RangeEndsDiffer(At(r.Span), low.Type.ToString(), high.Type.ToString());
        return new BoundError(r.Span);
    }

    private BoundExpression BindFilter(FilterSyntax f)
    {
        var target = Bind(f.Target);
        if (target.Type.IsError) return new BoundError(f.Span);
        var type = target.Type.Present;
        if (type is not ListType && IsRule)
        {
            _bag.FilterOfNoList(At(f.Target.Span), type.ToString());
            return new BoundError(f.Span);
        }
        var element = type is ListType list ? list.Element : type;
        if (element.IsError) element = FeelType.Any;
        var slot = Slots++;
        var outer = _scope;
        _scope = new VariableScope("item", slot, element, outer);
        if (element.Present is EntityType e) _scope = new EntityScope(slot, e.Declaration, _scope);
        else if (element.Present is ContextType || element.IsAny) _scope = new ElementScope(slot, element.Present, _scope);
        var condition = Bind(f.Condition);
        _scope = outer;
        if (condition.Type.IsError) return new BoundError(f.Span);
        if (condition.Type == FeelType.Number) return new BoundIndex(target, condition, new OptionalType(element.Present), f.Span);
        if (condition.Type.IsAny) return new BoundDynamicFilter(target, slot, condition, f.Span);
        condition = Require(condition, IsRule ? FeelType.Boolean : new OptionalType(FeelType.Boolean));
        return condition.Type.IsError ? condition : new BoundFilter(target, slot, condition, FeelType.ListOf(element), f.Span);
    }

    private List<BoundIterator>? BindIterators(IReadOnlyList<IteratorSyntax> iterators)
    {
        var bound = new List<BoundIterator>();
        var failed = false;
        foreach (var i in iterators)
        {
            var from = Bind(i.From);
            var to = i.To is null ? null : Bind(i.To);
            FeelType element;
            if (from.Type.IsError || to is { Type.IsError: true }) element = FeelType.Error;
            else if (to is not null)
            {
                element = from.Type.Present;
                if (!(element == FeelType.Number || element == FeelType.Date || element.IsAny) || !(to.Type.Present == element || to.Type.IsAny || element.IsAny))
                {
                    _bag.IterationOverNoList(At(TextSpan.Union(i.From.Span, i.To!.Span)), $"{from.Type}..{to.Type}");
                    element = FeelType.Error;
                }
            }
            else if (from.Type.Present is ListType l) element = l.Element.IsError ? FeelType.Any : l.Element;
            else if (from.Type.Present is RangeType r) element = r.Element;
            else if (!IsRule) element = from.Type;
            else
            {
                _bag.IterationOverNoList(At(i.From.Span), from.Type.ToString());
                element = FeelType.Error;
            }
            failed |= element.IsError;
            if (IsRule && ShadowsSomething(i.Name)) _bag.ShadowedName(At(i.NameSpan), i.Name);
            bound.Add(new BoundIterator(Slots, i.Name, from, to));
            _scope = new VariableScope(i.Name, Slots++, element, _scope);
        }
        return failed ? null : bound;
    }

    private bool ShadowsSomething(string name) => Resolve(name, default) is not null;

    private BoundExpression BindFor(ForSyntax f)
    {
        var outer = _scope;
        var iterators = BindIterators(f.Iterators);
        var partial = Slots++;
        _scope = new VariableScope("partial", partial, FeelType.ListOf(FeelType.Any), _scope);
        var body = Bind(f.Return);
        _scope = outer;
        return iterators is null || body.Type.IsError ? new BoundError(f.Span) : new BoundFor(iterators, body, partial, FeelType.ListOf(body.Type), f.Span);
    }

    private BoundExpression BindQuantified(QuantifiedSyntax q)
    {
        var outer = _scope;
        var iterators = BindIterators(q.Iterators);
        var condition = BindCondition(q.Condition);
        _scope = outer;
        return iterators is null || condition.Type.IsError ? new BoundError(q.Span) : new BoundQuantified(q.IsEvery, iterators, condition, q.Span);
    }

    private BoundExpression BindPath(PathSyntax p)
    {
        if (p.Target is NameSyntax { Name: "month" or "previousMonth" } m && Resolve(m.Name, m.Span) is null) return BindMonth(m.Name, p);
        if (p.Target is PathSyntax { Target: NameSyntax { Name: "programmes" } root } q && Resolve(root.Name, root.Span) is null) return BindProgramme(q, p);
        var target = Bind(p.Target);
        return target.Type.IsError ? new BoundError(p.Span) : BindProperty(target, p);
    }

    private BoundExpression BindProperty(BoundExpression target, PathSyntax p)
    {
        switch (target.Type)
        {
            case EntityType e:
                return (Member(target, e.Declaration, p.Name, p.Span)) ?? NoSuchProperty(p, target.Type, EntityNames(e));
            case ListType { Element: var element }:
                var slot = Slots++;
                var item = new BoundLocal(slot, "item", element.IsError ? FeelType.Any : element, p.Target.Span);
                var body = BindProperty(item, p);
                return body.Type.IsError ? body : new BoundMap(target, slot, body, FeelType.ListOf(body.Type), p.Span);
            case ContextType c when c.Field(p.Name) is { } field:
                return new BoundProperty(target, p.Name, field, p.Span);
            case ContextType c:
                return IsRule ? NoSuchProperty(p, c, c.Fields.Select(f => f.Name)) : new BoundLiteral(Value.Null, FeelType.Null, p.Span);
            case RangeType r when RangeProperty(r, p.Name) is { } type:
                return new BoundProperty(target, p.Name, type, p.Span);
            case OptionalType o when IsRule:
                _bag.MayBeAbsent(At(target.Span), Written(target.Span));
                return new BoundError(p.Span);
            case OptionalType o:
                return BindProperty(target is BoundLocal l ? l with { Type = o.Inner } : new BoundIf(new BoundLiteral(Value.True, FeelType.Boolean, p.Span), target, target, o.Inner, p.Span), p);
            case { IsAny: true } when !IsRule:
                return new BoundProperty(target, p.Name, FeelType.Any, p.Span);
            default:
                if (Properties.TypeOf(target.Type, p.Name) is { } t) return new BoundProperty(target, p.Name, t, p.Span);
                return NoSuchProperty(p, target.Type, Properties.NamesOf(target.Type));
        }
    }

    private static FeelType? RangeProperty(RangeType r, string name) => name switch
    {
        "start" or "end" => r.Element,
        "start included" or "end included" => FeelType.Boolean,
        _ => null,
    };

    private IEnumerable<string> EntityNames(EntityType e) => [.. e.Declaration.Attributes.Select(a => a.Name), .. _environment.Names];

    private BoundError NoSuchProperty(PathSyntax p, FeelType type, IEnumerable<string> names)
    {
        _bag.NoSuchProperty(At(p.NameSpan), p.Name, type.ToString(), NearestName.Find(p.Name, names));
        return new BoundError(p.Span);
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
        if (part is { } known && IsRule) return new BoundMonth(known, p.Span);
        if (!IsRule) return BindName(new NameSyntax(p.Target.Span, name));
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
}
