using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.Evaluation;

internal sealed partial class Compiler
{
    private Evaluator CompileList(BoundList l)
    {
        var items = l.Items.Select(Compile).ToArray();
        return f => f.Counted(Value.From(new FeelList(Evaluate(items, f))));
    }

    private Evaluator CompileContext(BoundContext c)
    {
        var entries = c.Entries.Select(e => (e.Key, e.Slot, Value: Compile(e.Value))).ToArray();
        return f =>
        {
            var values = new KeyValuePair<string, Value>[entries.Length];
            for (var i = 0; i < entries.Length; i++)
            {
                var v = entries[i].Value(f);
                f.Locals[entries[i].Slot] = v;
                values[i] = new(entries[i].Key, v);
            }
            return f.Counted(Value.From(new ContextValue(values)));
        };
    }

    private Evaluator CompileRange(BoundRange r)
    {
        var low = r.Low is null ? null : Compile(r.Low);
        var high = r.High is null ? null : Compile(r.High);
        return f =>
        {
            var a = low is null ? Value.Null : low(f);
            var b = high is null ? Value.Null : high(f);
            if (a.IsUnknown || b.IsUnknown) return Strict(a, b);
            if ((low is not null && a.IsNull) || (high is not null && b.IsNull)) return Value.Null;
            return Value.From(new RangeValue(a, r.LowIncluded, b, r.HighIncluded));
        };
    }

    private Evaluator CompileProperty(BoundProperty p)
    {
        var target = Compile(p.Target);
        var name = p.Name;
        return f =>
        {
            var v = target(f);
            if (v.Kind <= ValueKind.Unknown) return v;
            return v.Kind == ValueKind.List ? f.Counted(Value.From(v.List.Items.Select(i => Properties.Get(i, name)))) : Properties.Get(v, name);
        };
    }

    private Evaluator CompileFilter(BoundFilter b)
    {
        var (target, condition, cost) = (Compile(b.Target), Compile(b.Condition), BoundTree.Size(b.Condition));
        return f =>
        {
            var v = target(f);
            if (v.IsNull) return Value.From(FeelList.Empty);
            if (v.IsUnknown) return v;
            return Filter(f, v.Kind == ValueKind.List ? v.List : new FeelList([v]), b.Slot, condition, cost);
        };
    }

    /// <summary>Keeps what certainly or possibly meets the condition.</summary>
    private static Value Filter(Frame f, FeelList list, int slot, Evaluator condition, int cost)
    {
        Value[]? kept = null;
        Causes?[]? possible = null;
        var n = 0;
        for (var i = 0; i < list.Count; i++)
        {
            f.Step(cost);
            f.Locals[slot] = list[i];
            var c = condition(f);
            if (!c.IsTrue && !c.IsUnknown) continue;
            kept ??= new Value[list.Count - i];
            var because = list.PossibleBecause(i);
            if (c.IsUnknown) because = because is null ? c.Causes : because.With(c.Causes);
            if (because is not null) (possible ??= new Causes?[kept.Length])[n] = because;
            kept[n++] = list[i];
        }
        if (kept is null) return Value.From(FeelList.Empty);
        if (n == list.Count && possible is null) return Value.From(list);
        return Value.From(new FeelList(n == kept.Length ? kept : kept[..n], possible is null || n == possible.Length ? possible : possible[..n]));
    }

    private Evaluator CompileIndex(BoundIndex b)
    {
        var (target, index) = (Compile(b.Target), Compile(b.Index));
        return f => At(target(f), index(f));
    }

    private static Value At(Value target, Value index)
    {
        if (target.Kind <= ValueKind.Unknown || index.Kind <= ValueKind.Unknown) return Strict(target, index);
        var list = target.Kind == ValueKind.List ? target.List : new FeelList([target]);
        if (list.AllPossible() is { } possible) return Value.Unknown(possible);
        if (!index.Number.TryToInt32(out var i)) return Value.Null;
        if (i < 0) i = list.Count + i + 1;
        return i >= 1 && i <= list.Count ? list[i - 1] : Value.Null;
    }

    private Evaluator CompileDynamicFilter(BoundDynamicFilter d)
    {
        var (target, condition, cost) = (Compile(d.Target), Compile(d.Condition), BoundTree.Size(d.Condition));
        return f =>
        {
            var v = target(f);
            if (v.IsNull) return Value.From(FeelList.Empty);
            var list = v.Kind == ValueKind.List ? v.List : new FeelList([v]);
            if (list.Count == 0) return Value.From(list);
            f.Locals[d.Slot] = list[0];
            var first = condition(f);
            return first.Kind == ValueKind.Number ? At(v, first) : Filter(f, list, d.Slot, condition, cost);
        };
    }

    private Evaluator CompileMap(BoundMap m)
    {
        var (target, body, cost) = (Compile(m.Target), Compile(m.Body), BoundTree.Size(m.Body));
        return f =>
        {
            var v = target(f);
            if (v.Kind <= ValueKind.Unknown) return v;
            var list = v.List;
            if (list.Count == 0) return v;
            var items = new Value[list.Count];
            var possible = list.HasPossible ? new Causes?[list.Count] : null;
            for (var i = 0; i < items.Length; i++)
            {
                f.Step(cost);
                f.Locals[m.Slot] = list[i];
                items[i] = body(f);
                if (possible is not null) possible[i] = list.PossibleBecause(i);
            }
            return f.Counted(Value.From(new FeelList(items, possible)));
        };
    }
}
