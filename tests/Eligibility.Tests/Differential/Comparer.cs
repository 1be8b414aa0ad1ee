using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Tests.Differential;

/// <summary>How engine and referee came out on a number of expressions.</summary>
internal sealed class Tally
{
    /// <summary>Both have the same value, and it is one.</summary>
    public int Values { get; set; }

    /// <summary>Both say null.</summary>
    public int Nulls { get; set; }

    /// <summary>Both do not know the whole of it.</summary>
    public int Unknowns { get; set; }

    /// <summary>The engine refuses the expression for a type, and the referee says null.</summary>
    public int Refused { get; set; }

    public List<string> Differences { get; } = [];

    public override string ToString() => $"{Values} values, {Nulls} nulls, {Unknowns} not wholly known, {Refused} refused for a type, {Differences.Count} differences";
}

/// <summary>Runs an expression in the engine and by the referee.</summary>
internal static class Comparer
{
    public static void Compare(string text, bool isRule, Tally tally, PlantedBug bug = PlantedBug.None, Func<Operation, Operation>? substitute = null)
    {
        var inputs = isRule ? Inputs.OfRules : Inputs.OfExpressions;
        var bag = new DiagnosticBag();
        var fragment = SourceFragment.Whole("expression", text);
        var tree = Parser.Parse(fragment, bag, inputs.Select(i => i.Name));
        if (bag.HasErrors) throw new InvalidOperationException($"{text}: {string.Join(' ', bag)}");
        var expected = new Referee(isRule, bug).Evaluate(tree, inputs.Select(i => (i.Name, i.Value)));
        if (Run(tree, fragment, isRule, inputs.Select(i => (i.Name, i.Type, Inputs.ToEngine(i.Value))), bag, substitute) is not { } value)
        {
            if (expected is null && !isRule) tally.Refused++;
            else tally.Differences.Add($"{text}\n  refused: {string.Join(' ', bag)}\n  referee: {Inputs.Show(expected)}");
        }
        else if (Inputs.Show(value) != Inputs.Show(expected)) tally.Differences.Add($"{text}\n  engine:  {Inputs.Show(value)}\n  referee: {Inputs.Show(expected)}");
        else if (expected is null) tally.Nulls++;
        else if (!Referee.IsWhole(expected)) tally.Unknowns++;
        else tally.Values++;
    }

    /// <summary>The engine's value; none when the expression is refused.</summary>
    public static Value? Run(ExpressionSyntax tree, SourceFragment fragment, bool isRule, IEnumerable<(string Name, FeelType Type, Value Value)> inputs, DiagnosticBag bag, Func<Operation, Operation>? substitute = null)
    {
        var given = inputs.ToArray();
        var (bound, slots) = Binder.BindExpression(tree, fragment, [.. given.Select(i => (i.Name, i.Type))], isRule ? NoNames.OfRules : NoNames.OfExpressions, bag);
        if (bag.HasErrors) return null;
        var frame = new Frame { Locals = new Value[slots + 1] };
        for (var i = 0; i < given.Length; i++) frame.Locals[i] = given[i].Value;
        return (isRule ? Compiler.Rule(bound, substitute) : Compiler.Expression(bound, substitute))(frame);
    }

    /// <summary>Nothing but the inputs is named.</summary>
    private sealed class NoNames(bool isRule) : INameEnvironment
    {
        public static readonly NoNames OfRules = new(true);
        public static readonly NoNames OfExpressions = new(false);

        public bool IsRule => isRule;

        public IEnumerable<string> Programmes => [];

        public IEnumerable<string> Names => [];

        public ItemSymbol? FindItem(EntityDeclaration entity, string name) => null;

        public ParameterSymbol? FindParameter(string name) => null;

        public bool TryFindForeign(string programme, EntityDeclaration entity, string name, out ItemSymbol? item)
        {
            item = null;
            return false;
        }

        public ParameterSymbol? FindForeignParameter(string programme, string name) => null;
    }
}
