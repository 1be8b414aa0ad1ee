using Eligibility.Feel;
using Eligibility.Values;

namespace Eligibility.Evaluation;

internal sealed partial class Compiler
{
    private readonly record struct Iterator(int Slot, Evaluator From, Evaluator? To);

    private Iterator[] CompileIterators(IReadOnlyList<BoundIterator> iterators) =>
        [.. iterators.Select(i => new Iterator(i.Slot, Compile(i.From), i.To is null ? null : Compile(i.To)))];

    private Evaluator CompileFor(BoundFor b)
    {
        var iterators = CompileIterators(b.Iterators);
        var body = Compile(b.Return);
        var (cost, usesPartial) = (BoundTree.Size(b.Return), BoundTree.Uses(b.Return, b.PartialSlot));
        return f =>
        {
            var results = new List<Value>();
            var possible = new List<Causes?>();
            var broken = new Iteration(f, iterators, cost, because =>
            {
                if (usesPartial) f.Locals[b.PartialSlot] = f.Counted(Value.From(results.ToArray()));
                // No list may be longer, so there is no need to go on to find that out.
                if (results.Count >= Frame.MaxWeight) throw new BudgetExceededException();
                results.Add(body(f));
                possible.Add(because);
                return true;
            }).Run();
            return broken ?? f.Counted(Value.From(new FeelList([.. results], possible.TrueForAll(p => p is null) ? null : [.. possible])));
        };
    }

    private Evaluator CompileQuantified(BoundQuantified q)
    {
        var iterators = CompileIterators(q.Iterators);
        var (condition, cost) = (Compile(q.Condition), BoundTree.Size(q.Condition));
        return f =>
        {
            var result = Value.From(q.IsEvery);
            var decided = false;
            var broken = new Iteration(f, iterators, cost, because =>
            {
                var c = condition(f);
                if (c.Kind == ValueKind.Boolean && c.IsTrue == q.IsEvery) return true;
                if (c.Kind == ValueKind.Boolean && because is null)
                {
                    result = c;
                    decided = true;
                    return false;
                }
                var causes = !c.IsUnknown ? because : because is null ? c.Causes : because.With(c.Causes);
                if (causes is not null) result = result.IsUnknown ? Value.Unknown(result.Causes.With(causes)) : Value.Unknown(causes);
                else if (!result.IsUnknown) result = Value.Null;
                return true;
            }).Run();
            return decided ? result : broken ?? result;
        };
    }

    /// <summary>Goes through every combination of some iterators.</summary>
    private sealed class Iteration(Frame f, Iterator[] iterators, int cost, Func<Causes?, bool> body)
    {
        private bool _goOn = true;

        /// <summary>Runs the body until it says false. Gives back what keeps the iteration from being one: an unknown list, or null in place of a list.</summary>
        public Value? Run() => Level(0, null);

        private Value? Level(int level, Causes? possible)
        {
            if (level == iterators.Length)
            {
                f.Step(cost);
                _goOn = body(possible);
                return null;
            }
            var (slot, fromOf, toOf) = iterators[level];
            var from = fromOf(f);
            if (toOf is not null) return Between(level, slot, from, toOf(f), possible, null);
            if (from.Kind <= ValueKind.Unknown) return from;
            if (from.Kind == ValueKind.Range) return Between(level, slot, from.Range.Low, from.Range.High, possible, from.Range);
            var list = from.Kind == ValueKind.List ? from.List : new FeelList([from]);
            for (var i = 0; i < list.Count && _goOn; i++)
            {
                f.Step();
                f.Locals[slot] = list[i];
                var because = list.PossibleBecause(i);
                var both = possible is null ? because : because is null ? possible : possible.With(because);
                if (Level(level + 1, both) is { } stop) return stop;
            }
            return null;
        }

        private Value? Between(int level, int slot, Value from, Value to, Causes? possible, RangeValue? range)
        {
            if (from.Kind <= ValueKind.Unknown || to.Kind <= ValueKind.Unknown) return Strict(from, to);
            if (from.Kind != to.Kind || from.Kind is not (ValueKind.Number or ValueKind.Date)) return Value.Null;
            if (from.Kind == ValueKind.Number && !(from.Number.IsInteger && to.Number.IsInteger)) return Value.Null;
            var step = Value.Compare(from, to) <= 0 ? 1 : -1;
            for (var v = from; _goOn && Value.Compare(v, to) * step <= 0;)
            {
                f.Step();
                if (range is null || range.Contains(v) is true)
                {
                    f.Locals[slot] = v;
                    if (Level(level + 1, possible) is { } stop) return stop;
                }
                if (v.Kind == ValueKind.Number) v = Value.From(v.Number + step);
                else if (v.Date.TryPlusDays(step, out var next)) v = Value.From(next);
                else break;
            }
            return null;
        }
    }
}
