using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content><c>for</c>, <c>some</c> and <c>every</c>.</content>
internal sealed partial class Binder
{
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

    /// <summary>Binds iterators and brings their variables into scope; null when one of them has nothing to go through.</summary>
    private List<BoundIterator>? BindIterators(IReadOnlyList<IteratorSyntax> iterators)
    {
        var bound = new List<BoundIterator>();
        var failed = false;
        foreach (var i in iterators)
        {
            var from = Bind(i.From);
            var to = i.To is null ? null : Bind(i.To);
            var element = ElementOf(i, from, to);
            failed |= element.IsError;
            if (IsRule && Resolve(i.Name, default) is not null) _bag.ShadowedName(At(i.NameSpan), i.Name);
            bound.Add(new BoundIterator(Slots, i.Name, from, to));
            _scope = new VariableScope(i.Name, Slots++, element, _scope);
        }
        return failed ? null : bound;
    }

    /// <summary>The type of an iterator's variable; the error type, with a diagnostic, when there is nothing to go through.</summary>
    private FeelType ElementOf(IteratorSyntax i, BoundExpression from, BoundExpression? to)
    {
        if (from.Type.IsError || to is { Type.IsError: true }) return FeelType.Error;
        var type = from.Type.Present;
        if (to is not null)
        {
            var end = to.Type.Present;
            if (IsCountable(type) && IsCountable(end) && (type == end || type.IsAny || end.IsAny)) return type.IsAny ? end : type;
            _bag.IterationOverNoList(At(TextSpan.Union(i.From.Span, i.To!.Span)), $"{from.Type}..{to.Type}");
            return FeelType.Error;
        }
        if (type is ListType l) return l.Element.IsError ? FeelType.Any : l.Element;
        if (type is RangeType r && IsCountable(r.Element)) return r.Element;
        if (type is not RangeType && !IsRule) return from.Type;
        _bag.IterationOverNoList(At(i.From.Span), from.Type.ToString());
        return FeelType.Error;
    }

    private static bool IsCountable(FeelType type) => type == FeelType.Number || type == FeelType.Date || type.IsAny;
}
