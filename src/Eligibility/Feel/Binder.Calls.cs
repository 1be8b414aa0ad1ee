using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

internal sealed partial class Binder
{
    private BoundExpression BindCall(CallSyntax c)
    {
        var name = (NameSyntax)c.Target;
        var rows = OperationTable.Find(name.Name);
        if (rows.Count == 0)
        {
            if (Resolve(name.Name, name.Span) is { } value)
            {
                if (!value.Type.IsError) _bag.NotAFunction(At(name.Span), name.Name);
            }
            else _bag.UnknownFunction(At(name.Span), name.Name, NearestName.Find(name.Name, OperationTable.FunctionNames));
            return new BoundError(c.Span);
        }
        var arguments = c.Arguments.Select(a => Bind(a.Value)).ToArray();
        if (arguments.Any(a => a.Type.IsError)) return new BoundError(c.Span);
        if (FoldLiteral(name, c, arguments) is { } folded) return folded;
        return BindRow(name, c, rows, arguments);
    }

    /// <summary>A date or duration written as a literal is read here, so that a wrong one is found before any rule runs.</summary>
    private BoundExpression? FoldLiteral(NameSyntax name, CallSyntax c, BoundExpression[] arguments)
    {
        if (name.Name is not ("date" or "duration") || arguments is not [BoundLiteral { Value: { Kind: ValueKind.String } text }]) return null;
        if (name.Name == "date" && FeelDate.TryParse(text.Text, out var date)) return new BoundLiteral(Value.From(date), FeelType.Date, c.Span);
        if (name.Name == "duration" && FeelDuration.TryParse(text.Text, out var duration)) return new BoundLiteral(duration, TypeOf(duration), c.Span);
        _bag.BadAtLiteral(At(arguments[0].Span), text.Text);
        return new BoundError(c.Span);
    }

    private BoundExpression BindRow(NameSyntax name, CallSyntax c, IReadOnlyList<Operation> rows, BoundExpression[] arguments)
    {
        var shaped = rows.Select(r => (Row: r, Arguments: Arrange(r, c, arguments))).Where(r => r.Arguments is not null).ToArray();
        if (shaped.Length == 0)
        {
            ReportShape(name, c, rows);
            return new BoundError(c.Span);
        }
        foreach (var (row, arranged) in shaped)
        {
            var fitted = Fit(row, arranged!, out var exact);
            if (fitted is not null && exact) return new BoundOperation(row, fitted, row.ResultOf([.. fitted.Select(a => a.Type)]), c.Span);
        }
        if (!IsRule)
        {
            var candidates = shaped.Where(s => s.Row.Parameters.Zip(s.Arguments!).All(p => p.Second is null || CouldFit(p.Second.Type, p.First.Type) || p.First.Type is ListType)).ToArray();
            if (candidates.Length > 0)
                return new BoundDynamic(name.Name, [.. candidates.Select(s => s.Row)], [.. candidates[0].Arguments!.Select(a => a ?? Nothing(c.CloseSpan))], c.Span);
        }
        ReportMismatch(name, c, shaped[0].Row, shaped[0].Arguments!);
        return new BoundError(c.Span);
    }

    private static BoundLiteral Nothing(TextSpan at) => new(Value.Null, FeelType.Null, at);

    /// <summary>Puts the arguments into the order of the row's parameters; null when count or names do not match.</summary>
    private BoundExpression?[]? Arrange(Operation row, CallSyntax c, BoundExpression[] arguments)
    {
        var result = new BoundExpression?[row.Parameters.Count];
        if (c.Arguments.Count > 0 && c.Arguments[0].Name is not null)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                var index = row.Parameters.ToList().FindIndex(p => p.Name == c.Arguments[i].Name);
                if (index < 0 || result[index] is not null) return null;
                result[index] = arguments[i];
            }
        }
        else if (row.IsVariadic)
        {
            var fixedCount = row.Parameters.Count - 1;
            if (arguments.Length <= fixedCount) return null;
            for (var i = 0; i < fixedCount; i++) result[i] = arguments[i];
            var rest = arguments[fixedCount..];
            result[fixedCount] = rest.Length == 1 && fixedCount == 0 && IsListLike(row, rest[0].Type) ? rest[0] : Gather(rest, c.Span);
        }
        else
        {
            if (arguments.Length > row.Parameters.Count) return null;
            for (var i = 0; i < arguments.Length; i++) result[i] = arguments[i];
        }
        for (var i = 0; i < result.Length; i++)
            if (result[i] is null && !row.Parameters[i].IsOptional) return null;
        return result;
    }

    /// <summary>Whether one argument of a variadic row is the list itself: concatenate and union take lists of lists, so one list is one of them.</summary>
    private static bool IsListLike(Operation row, FeelType type) => row.Parameters[^1].Type is ListType { Element: ListType }
        ? type is ListType { Element: ListType }
        : type.Present is ListType || type.Present.IsAny;

    private static BoundList Gather(BoundExpression[] items, TextSpan span)
    {
        var element = items.Select(i => i.Type).Aggregate((a, b) => FeelType.Common(a, b) ?? FeelType.Any);
        return new BoundList(items, FeelType.ListOf(element), span);
    }

    /// <summary>The arguments as the row wants them, a single value made a list where one is wanted; null when one cannot fit.</summary>
    private BoundExpression[]? Fit(Operation row, BoundExpression?[] arguments, out bool exact)
    {
        exact = true;
        var fitted = new BoundExpression[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var wanted = row.Parameters[i].Type;
            var given = arguments[i];
            if (given is null)
            {
                fitted[i] = Nothing(default);
                continue;
            }
            var type = IsRule ? given.Type : given.Type.Present;
            if (type.IsAny && !wanted.IsAny) exact = false;
            if (type.Fits(wanted) && !(type is OptionalType && IsRule && row.IsStrict)) fitted[i] = given;
            else if (wanted is ListType list && type is not ListType && type.Fits(list.Element)) fitted[i] = new BoundList([given], FeelType.ListOf(type), given.Span);
            else if (type.IsAny) fitted[i] = given;
            else return null;
        }
        return fitted;
    }

    private void ReportShape(NameSyntax name, CallSyntax c, IReadOnlyList<Operation> rows)
    {
        var parameters = rows[0].Parameters.Select(p => p.IsOptional ? p.Name + "?" : p.Name).ToArray();
        if (c.Arguments.FirstOrDefault(a => a.Name is not null && rows.All(r => r.Parameters.All(p => p.Name != a.Name))) is { } unknown)
        {
            _bag.UnknownArgument(At(unknown.Span), unknown.Name!, name.Name, parameters);
            return;
        }
        // The surplus arguments, or the closing parenthesis when some are missing.
        var most = rows.Max(r => r.Parameters.Count);
        var span = c.Arguments.Count > most ? TextSpan.Union(c.Arguments[most].Span, c.Arguments[^1].Span) : c.CloseSpan;
        _bag.ArgumentCount(At(span), name.Name, c.Arguments.Count, parameters);
    }

    private void ReportMismatch(NameSyntax name, CallSyntax c, Operation row, BoundExpression?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not { } given) continue;
            var wanted = row.Parameters[i].Type;
            if (given.Type is OptionalType o && IsRule && o.Inner.Fits(wanted))
            {
                _bag.MayBeAbsent(At(given.Span), Written(given.Span));
                return;
            }
            if (given.Type.Fits(wanted) || (wanted is ListType l && given.Type.Fits(l.Element))) continue;
            _bag.ArgumentType(At(given.Span), name.Name, row.Parameters[i].Name, wanted.ToString(), given.Type.ToString());
            return;
        }
        _bag.ArgumentType(At(name.Span), name.Name, row.Parameters[0].Name, row.Parameters[0].Type.ToString(), arguments[0]?.Type.ToString() ?? "");
    }

    private BoundExpression BindInstanceOf(InstanceOfSyntax i)
    {
        var value = Bind(i.Value);
        var type = BindType(i.Type);
        return value.Type.IsError || type.IsError ? new BoundError(i.Span) : new BoundInstanceOf(value, type, i.Span);
    }

    private FeelType BindType(TypeSyntax t)
    {
        switch (t.Name)
        {
            case "Any": return FeelType.Any;
            case "Null" or "null": return FeelType.Null;
            case "boolean": return FeelType.Boolean;
            case "number": return FeelType.Number;
            case "string": return FeelType.String;
            case "date": return FeelType.Date;
            case "years and months duration": return FeelType.MonthsDuration;
            case "days and time duration": return FeelType.DaysDuration;
            case "list" when t.Arguments.Count <= 1: return FeelType.ListOf(t.Arguments.Count == 0 ? FeelType.Any : BindType(t.Arguments[0].Type));
            case "range" when t.Arguments.Count <= 1: return FeelType.RangeOf(t.Arguments.Count == 0 ? FeelType.Any : BindType(t.Arguments[0].Type));
            case "context": return new ContextType([.. t.Arguments.Select(a => (a.Name ?? "", BindType(a.Type)))]);
            default:
                _bag.UnknownType(At(t.Span), t.Name, NearestName.Find(t.Name, ["boolean", "number", "string", "date", "list", "range", "context"]));
                return FeelType.Error;
        }
    }
}
