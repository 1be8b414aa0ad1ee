using Eligibility.Feel;

namespace Eligibility.Tests.Differential;

/// <summary>
/// A plain walk over the syntax tree, written from the standard and from what the rule format says of absence: slow, with its own
/// numbers, dates, lists and logic. It shares nothing with the engine but the syntax tree, and takes the expression to be well typed
/// where a rule has to be; elsewhere what has no result is null.
/// </summary>
internal sealed partial class Referee(bool isRule, PlantedBug bug = PlantedBug.None)
{
    private sealed record Scope(string Name, object? Value, Scope? Outer);

    /// <summary>What a computation without a result gives: null by the standard; in a rule something not known.</summary>
    private object? Fault => isRule ? NotKnown.It : null;

    public object? Evaluate(ExpressionSyntax tree, IEnumerable<(string Name, object? Value)> inputs) =>
        Walk(tree, inputs.Aggregate((Scope?)null, (s, i) => new Scope(i.Name, i.Value, s)));

    private object? Walk(ExpressionSyntax tree, Scope? scope)
    {
        switch (tree)
        {
            case NumberSyntax n: return new Ratio(n.Value.Numerator, n.Value.Denominator);
            case StringSyntax s: return s.Value;
            case BooleanSyntax b: return b.Value;
            case NullSyntax: return null;
            case AtLiteralSyntax a: return ReadTemporal(a.Value);
            case NameSyntax n: return Find(n.Name, scope);
            case NegationSyntax n: return Walk(n.Operand, scope) switch { Ratio r => -r, Months m => new Months(-m.Count), Seconds s => new Seconds(-s.Count), NotKnown => NotKnown.It, _ => null };
            case BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } b: return Logic(b.Operator == BinaryOperator.And, Walk(b.Left, scope), Walk(b.Right, scope));
            case BinarySyntax b: return Operate(b.Operator, Walk(b.Left, scope), Walk(b.Right, scope));
            case BetweenSyntax b:
                var value = Walk(b.Value, scope);
                return Logic(true, Operate(BinaryOperator.GreaterOrEqual, value, Walk(b.Low, scope)), Operate(BinaryOperator.LessOrEqual, value, Walk(b.High, scope)));
            case InSyntax i:
                var subject = Walk(i.Value, scope);
                return i.Tests.Select(t => Test(subject, t, scope)).Aggregate((object?)false, (a, b) => Logic(false, a, b));
            case UnaryTestSyntax u:
                var end = Walk(u.Operand, scope);
                return u.Operator switch
                {
                    BinaryOperator.Less => new Span(null, false, end, false),
                    BinaryOperator.LessOrEqual => new Span(null, false, end, true),
                    BinaryOperator.Greater => new Span(end, false, null, false),
                    BinaryOperator.GreaterOrEqual => new Span(end, true, null, false),
                    _ => new Span(end, true, end, true),
                };
            case IfSyntax i: return If(Walk(i.Condition, scope), i, scope);
            case ForSyntax f: return For(f, scope);
            case QuantifiedSyntax q: return Quantify(q, scope);
            case PathSyntax p: return Part(Walk(p.Target, scope), p.Name);
            case FilterSyntax f: return Filter(Walk(f.Target, scope), f.Condition, scope);
            case CallSyntax c: return Call(((NameSyntax)c.Target).Name, [.. c.Arguments.Select(a => Walk(a.Value, scope))]);
            case ListSyntax l: return Row.Of(l.Items.Select(i => Walk(i, scope)).ToArray());
            case ContextSyntax c:
                var entries = new Entries([]);
                foreach (var e in c.Entries)
                {
                    var entry = Walk(e.Value, scope);
                    scope = new Scope(e.Key, entry, scope);
                    entries = entries.With(e.Key, entry);
                }
                return entries;
            case RangeSyntax r:
                var (low, high) = (Walk(r.Low, scope), Walk(r.High, scope));
                if (low is NotKnown || high is NotKnown) return NotKnown.It;
                return low is null || high is null ? null : new Span(low, r.LowIncluded, high, r.HighIncluded);
            case InstanceOfSyntax i: return Walk(i.Value, scope) is var v && v is NotKnown ? v : IsOf(v, i.Type);
            default: throw new InvalidOperationException($"the referee does not know {tree.GetType().Name}");
        }
    }

    private static object? Find(string name, Scope? scope)
    {
        for (; scope is not null; scope = scope.Outer)
            if (scope.Name == name) return scope.Value;
        throw new InvalidOperationException($"nothing is called {name}");
    }

    private object? Logic(bool isAnd, object? a, object? b)
    {
        if (bug == PlantedBug.UnknownIsFalse && !isAnd) (a, b) = (a is NotKnown ? false : a, b is NotKnown ? false : b);
        var decisive = !isAnd;
        if ((a is bool x && x == decisive) || (b is bool y && y == decisive)) return decisive;
        if (a is NotKnown || b is NotKnown) return NotKnown.It;
        return a is bool && b is bool ? isAnd : null;
    }

    private object? If(object? condition, IfSyntax i, Scope? scope)
    {
        if (condition is not NotKnown) return Walk(condition is true ? i.Then : i.Else, scope);
        var (then, otherwise) = (Walk(i.Then, scope), Walk(i.Else, scope));
        return IsWhole(then) && Equal(then, otherwise) is true ? then : NotKnown.It;
    }

    /// <summary>Whether a value is known through and through.</summary>
    internal static bool IsWhole(object? value) => value switch
    {
        NotKnown => false,
        Row r => r.Items.All(i => i.IsCertain && IsWhole(i.Value)),
        Entries e => e.Items.All(i => IsWhole(i.Value)),
        _ => true,
    };

    private object? Test(object? subject, ExpressionSyntax test, Scope? scope) => test switch
    {
        UnaryTestSyntax u => Operate(u.Operator, subject, Walk(u.Operand, scope)),
        _ => Walk(test, scope) switch
        {
            Span s => Inside(subject, s),
            // What is not known might be this list itself, as far as the values tell.
            Row { Items.Count: 0 } when subject is NotKnown => subject,
            Row r when subject is not Row => r.Items.Select(i => Belongs(i.Value is Span s ? Inside(subject, s) : Equal(subject, i.Value), i.IsCertain)).Aggregate((object?)false, (a, b) => Logic(false, a, b ?? false)),
            var other => Equal(subject, other),
        },
    };

    private static object? Belongs(object? holds, bool isCertain) => holds is true && !isCertain ? NotKnown.It : holds;

    private object? Inside(object? value, Span span)
    {
        var all = bug == PlantedBug.EndsAlwaysIncluded;
        object? low = span.Low is null ? true : Operate(span.HasLow || all ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, value, span.Low);
        object? high = span.High is null ? true : Operate(span.HasHigh || all ? BinaryOperator.LessOrEqual : BinaryOperator.Less, value, span.High);
        return Logic(true, low, high);
    }

    private object? For(ForSyntax f, Scope? scope)
    {
        var results = new List<(object?, bool)>();
        return Each(f.Iterators, 0, scope, true, (inner, isCertain) => results.Add((Walk(f.Return, inner), isCertain))) is { } stop ? stop.Value : new Row(results);
    }

    private object? Quantify(QuantifiedSyntax q, Scope? scope)
    {
        object? result = q.IsEvery;
        var stop = Each(q.Iterators, 0, scope, true, (inner, isCertain) =>
        {
            var holds = Walk(q.Condition, inner);
            // What may not belong decides nothing.
            if (!isCertain && !(holds is bool b && b == q.IsEvery)) holds = NotKnown.It;
            result = Logic(q.IsEvery, result, holds);
        });
        return stop is { } s && !(result is bool r && r != q.IsEvery) ? s.Value : result;
    }

    private sealed record Stop(object? Value);

    /// <summary>Goes through every combination; something in place of a list that is none ends it with that.</summary>
    private Stop? Each(IReadOnlyList<IteratorSyntax> iterators, int level, Scope? scope, bool isCertain, Action<Scope?, bool> body)
    {
        if (level == iterators.Count)
        {
            body(scope, isCertain);
            return null;
        }
        var iterator = iterators[level];
        var from = Walk(iterator.From, scope);
        IReadOnlyList<(object? Value, bool IsCertain)> items;
        if (iterator.To is not null || from is Span)
        {
            var (low, high) = from is Span s ? (s.Low, s.High) : (from, Walk(iterator.To!, scope));
            if (low is NotKnown || high is NotKnown) return new Stop(NotKnown.It);
            if (Count(low, high) is not { } counted) return new Stop(null);
            items = [.. counted.Where(c => from is not Span range || Inside(c, range) is true).Select(c => (c, true))];
        }
        else if (from is null or NotKnown) return new Stop(from);
        else items = from is Row r ? r.Items : [(from, true)];
        foreach (var (value, belongs) in items)
            if (Each(iterators, level + 1, new Scope(iterator.Name, value, scope), isCertain && belongs, body) is { } stop) return stop;
        return null;
    }

    private static IReadOnlyList<object?>? Count(object? low, object? high)
    {
        var result = new List<object?>();
        if (low is Ratio { IsWhole: true } a && high is Ratio { IsWhole: true } b)
        {
            var step = a.Up <= b.Up ? 1 : -1;
            for (var i = a.Up; i * step <= b.Up * step; i += step) result.Add(Ratio.Of(i));
            return result;
        }
        if (low is not Day from || high is not Day to) return null;
        for (var d = from; ; d = d.Plus(from.CompareTo(to) <= 0 ? 1 : -1))
        {
            result.Add(d);
            if (d == to) return result;
        }
    }

    private object? Filter(object? target, ExpressionSyntax condition, Scope? scope)
    {
        if (target is NotKnown) return target;
        var items = target is null ? [] : target is Row r ? r.Items : [(target, true)];
        if (IsIndex(condition)) return At(new Row(items), Walk(condition, scope));
        var kept = new List<(object?, bool)>();
        foreach (var (value, isCertain) in items)
        {
            var inner = new Scope("item", value, scope);
            if (value is Entries e) inner = e.Items.Aggregate(inner, (s, i) => new Scope(i.Key, i.Value, s));
            var holds = Walk(condition, inner);
            if (holds is true) kept.Add((value, isCertain));
            else if (holds is NotKnown && bug != PlantedBug.FilterDropsThePossible) kept.Add((value, false));
        }
        return new Row(kept);
    }

    /// <summary>The generator writes a position as a number, and a condition never so.</summary>
    private static bool IsIndex(ExpressionSyntax e) => e is NumberSyntax or NegationSyntax;

    private object? At(Row list, object? index)
    {
        if (index is NotKnown || list.Items.Any(i => !i.IsCertain)) return NotKnown.It;
        if (index is not Ratio { IsWhole: true } n) return null;
        var at = n.Sign < 0 ? n.Up + list.Items.Count : n.Up - (bug == PlantedBug.PositionsFromZero ? 0 : 1);
        return at >= 0 && at < list.Items.Count && n.Sign != 0 ? list.Items[(int)at].Value : null;
    }

    private static object? Part(object? value, string name) => (value, name) switch
    {
        (NotKnown, _) => value,
        (Entries e, _) => e.Get(name),
        (Row r, _) => new Row([.. r.Items.Select(i => (Part(i.Value, name), i.IsCertain))]),
        (Day d, "year") => Ratio.Of(d.Year),
        (Day d, "month") => Ratio.Of(d.Month),
        (Day d, "day") => Ratio.Of(d.Date),
        (Day d, "weekday") => Ratio.Of(d.OfWeek),
        (Months m, "years") => Ratio.Of(m.Count / 12),
        (Months m, "months") => Ratio.Of(m.Count % 12),
        (Seconds s, "days") => Ratio.Of(s.Count.Round("round down", 0).Up / 86_400),
        (Seconds s, "hours") => Ratio.Of(s.Count.Round("round down", 0).Up % 86_400 / 3_600),
        (Seconds s, "minutes") => Ratio.Of(s.Count.Round("round down", 0).Up % 3_600 / 60),
        (Seconds s, "seconds") => s.Count - Ratio.Of(s.Count.Round("round down", 0).Up / 60 * 60),
        (Span s, "start") => s.Low,
        (Span s, "end") => s.High,
        (Span s, "start included") => s.HasLow,
        (Span s, "end included") => s.HasHigh,
        _ => null,
    };

    private static bool IsOf(object? value, TypeSyntax type) => type.Name switch
    {
        "Any" => value is not null,
        "number" => value is Ratio,
        "string" => value is string,
        "boolean" => value is bool,
        "date" => value is Day,
        "years and months duration" => value is Months,
        "days and time duration" => value is Seconds,
        "context" => value is Entries,
        "list" => value is Row r && (type.Arguments.Count == 0 || r.Values.All(v => v is NotKnown || IsOf(v, type.Arguments[0].Type))),
        _ => throw new InvalidOperationException(type.Name),
    };
}
