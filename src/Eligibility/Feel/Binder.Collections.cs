using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>Lists, contexts, ranges and filters.</content>
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
        var entries = new List<(string Key, int Slot, BoundExpression Value)>();
        foreach (var e in c.Entries)
        {
            var value = Bind(e.Value);
            entries.Add((e.Key, Slots, value));
            _scope = new VariableScope(e.Key, Slots++, value.Type, _scope);
        }
        _scope = outer;
        return entries.Exists(e => e.Value.Type.IsError)
            ? new BoundError(c.Span)
            : new BoundContext(entries, new ContextType([.. entries.Select(e => (e.Key, e.Value.Type))]), c.Span);
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
        if (condition.Type.Present == FeelType.Number) return new BoundIndex(target, condition, new OptionalType(element.Present), f.Span);
        if (condition.Type.Present.IsAny) return new BoundDynamicFilter(target, slot, condition, f.Span);
        condition = Require(condition, IsRule ? FeelType.Boolean : new OptionalType(FeelType.Boolean));
        return condition.Type.IsError ? new BoundError(f.Span) : new BoundFilter(target, slot, condition, FeelType.ListOf(element), f.Span);
    }
}
