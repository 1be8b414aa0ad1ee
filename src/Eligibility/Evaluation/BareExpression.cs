using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Evaluation;

/// <summary>Evaluates FEEL outside any rule: the standard's typing, where null stands for what has no result.</summary>
internal static class BareExpression
{
    /// <summary>The value with the type that was found for the expression; null of the error type, with diagnostics, when it is refused.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="inputs">Names with their types and values.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static (FeelType Type, Value Value) Evaluate(string text, IReadOnlyList<(string Name, FeelType Type, Value Value)> inputs, DiagnosticBag bag)
    {
        var fragment = SourceFragment.Whole("expression", text);
        var own = new DiagnosticBag();
        var syntax = Parser.Parse(fragment, own, inputs.Select(i => i.Name));
        // A formula that cannot be read is reported as such; binding what is left of it would only add noise.
        var (bound, slots) = own.HasErrors ? (new BoundError(default), 0) : Binder.BindExpression(syntax, fragment, [.. inputs.Select(i => (i.Name, i.Type))], NoNames.Instance, own);
        bag.AddRange(own);
        if (own.HasErrors) return (FeelType.Error, Value.Null);
        var frame = new Frame { Locals = new Value[slots + 1] };
        for (var i = 0; i < inputs.Count; i++) frame.Locals[i] = inputs[i].Value;
        try
        {
            return (bound.Type, Compiler.Expression(bound)(frame));
        }
        catch (BudgetExceededException)
        {
            bag.BudgetExceeded(fragment.At(syntax.Span));
            return (FeelType.Error, Value.Null);
        }
    }

    /// <summary>No items, no parameters.</summary>
    private sealed class NoNames : INameEnvironment
    {
        public static readonly NoNames Instance = new();

        public bool IsRule => false;

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
