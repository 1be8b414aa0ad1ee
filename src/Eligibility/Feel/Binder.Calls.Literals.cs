using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>Calls whose arguments are written out are read here, so that a wrong one is found before any rule runs; and calls that fit no row.</content>
internal sealed partial class Binder
{
    /// <summary>The value of a call of literals, or what is wrong with it; null for any other call.</summary>
    private BoundExpression? BindLiteralCall(string name, CallSyntax c, BoundExpression[] arguments)
    {
        // A name that is none of the function's is for the rows to refuse.
        if (c.Arguments.Any(a => a.Name is not (null or "from"))) return null;
        switch (name, arguments)
        {
            case ("date" or "duration", [BoundLiteral { Value: { Kind: ValueKind.String } text }]):
                if (DateLiteral.Read(text.Text) is { } value && value.Kind == ValueKind.Date == (name == "date")) return new BoundLiteral(value, DateLiteral.TypeOf(value), c.Span);
                _bag.BadAtLiteral(At(arguments[0].Span), text.Text);
                return new BoundError(c.Span);
            case ("date", [BoundLiteral { Value.Kind: ValueKind.Number }, BoundLiteral { Value.Kind: ValueKind.Number }, BoundLiteral { Value.Kind: ValueKind.Number }]):
                var numbers = arguments.Select(a => ((BoundLiteral)a).Value.Number).ToArray();
                if (IsDate(numbers[0], numbers[1], numbers[2])) return null;
                var span = TextSpan.Union(arguments[0].Span, arguments[2].Span);
                _bag.BadAtLiteral(At(span), Written(span));
                return new BoundError(c.Span);
            case ("range", [BoundLiteral { Value: { Kind: ValueKind.String } text }]):
                if (RangeText.TryParse(text.Text, out var range, out var element)) return new BoundLiteral(Value.From(range), FeelType.RangeOf(element), c.Span);
                _bag.BadRangeText(At(arguments[0].Span), text.Text);
                return new BoundError(c.Span);
            case ("matches" or "replace" or "split", [_, BoundLiteral { Value: { Kind: ValueKind.String } pattern }, ..]):
                if (Patterns.IsValid(pattern.Text, FlagsIn(name, arguments))) return null;
                _bag.BadPattern(At(arguments[1].Span), pattern.Text);
                return new BoundError(c.Span);
            // A key that is written out is a path.
            case ("get value", [{ Type: ContextType context } target, BoundLiteral { Value: { Kind: ValueKind.String } key }]) when context.Field(key.Text) is { } type:
                return new BoundProperty(target, key.Text, type, c.Span);
            default:
                return null;
        }
    }

    private static string FlagsIn(string name, BoundExpression[] arguments) =>
        arguments.Length > (name == "replace" ? 3 : 2) && arguments[^1] is BoundLiteral { Value: { Kind: ValueKind.String } flags } ? flags.Text : "";

    private static bool IsDate(Number year, Number month, Number day) =>
        year.TryToInt64(out var y) && month.TryToInt64(out var m) && day.TryToInt64(out var d) && CalendarDate.TryCreate(y, m, d, out _);

    private BoundError ReportNoFunction(CallSyntax c, NameSyntax name)
    {
        if (Resolve(name.Name, name.Span) is { } value)
        {
            if (!value.Type.IsError) _bag.NotAFunction(At(name.Span), name.Name);
        }
        else
        {
            _bag.UnknownFunction(At(name.Span), name.Name, NearestName.Find(name.Name, OperationTable.FunctionNames));
        }
        return new BoundError(c.Span);
    }

    private void ReportShape(NameSyntax name, CallSyntax c, IReadOnlyList<Operation> rows)
    {
        // What is shown is the longest form: the shorter ones leave something out of it.
        var longest = rows.MaxBy(r => r.Parameters.Count)!;
        var parameters = longest.Parameters.Select(p => p.IsOptional || rows.Any(r => r.IndexOf(p.Name) < 0) ? p.Name + "?" : p.Name).ToArray();
        if (c.Arguments.FirstOrDefault(a => a.Name is not null && rows.All(r => r.IndexOf(a.Name) < 0)) is { } unknown)
        {
            _bag.UnknownArgument(At(unknown.Span), unknown.Name!, name.Name, parameters);
            return;
        }
        // The surplus arguments, or the closing parenthesis when some are missing.
        var most = longest.Parameters.Count;
        var span = c.Arguments.Count > most ? TextSpan.Union(c.Arguments[most].Span, c.Arguments[^1].Span) : c.CloseSpan;
        _bag.ArgumentCount(At(span), name.Name, c.Arguments.Count, parameters);
    }

    /// <summary>Reports the first argument that fits no row whose parameters before it are met.</summary>
    private void ReportMismatch(NameSyntax name, List<Candidate> candidates)
    {
        for (var i = 0; ; i++)
        {
            var fitting = candidates.FindAll(k => i < k.Arguments.Length && Matches(k).ElementAt(i) != Match.No);
            if (fitting.Count > 0)
            {
                candidates = fitting;
                continue;
            }
            var given = candidates[0].Arguments[i]!;
            if (IsRule && given.Type is OptionalType o && candidates.Exists(k => MatchOf(o.Inner, k.Row.Parameters[i].Type, k.Row.IsStrict) != Match.No)) _bag.MayBeAbsent(At(given.Span), Written(given.Span));
            else _bag.ArgumentType(At(given.Span), name.Name, candidates[0].Row.Parameters[i].Name, [.. candidates.Select(k => k.Row.Parameters[i].Type.ToString()).Distinct()], given.Type.ToString());
            return;
        }
    }
}
