using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content>Calls: the row of the operation table that the arguments fit.</content>
internal sealed partial class Binder
{
    /// <summary>How an argument suits a parameter.</summary>
    private enum Match
    {
        /// <summary>It can never stand there.</summary>
        No,

        /// <summary>Only its value will show: where Any is allowed.</summary>
        AtRunTime,

        /// <summary>A single value where a list is wanted: it is taken as the list of it.</summary>
        AsList,

        /// <summary>It fits.</summary>
        Yes,
    }

    /// <summary>A row whose parameters the arguments of a call can be put to, by count and by name; null stands for one left out.</summary>
    private sealed record Candidate(Operation Row, BoundExpression?[] Arguments);

    private BoundExpression BindCall(CallSyntax c)
    {
        var name = (NameSyntax)c.Target;
        var rows = OperationTable.Find(name.Name, Mode);
        var arguments = c.Arguments.Select(a => Bind(a.Value)).ToArray();
        if (rows.Count == 0) return ReportNoFunction(c, name);
        if (arguments.Any(a => a.Type.IsError)) return new BoundError(c.Span);
        if (BindLiteralCall(name.Name, c, arguments) is { } literal) return literal;
        var candidates = rows.Select(r => Arrange(r, c, arguments) is { } arranged ? new Candidate(r, arranged) : null).OfType<Candidate>().ToList();
        if (candidates.Count == 0)
        {
            ReportShape(name, c, rows);
            return new BoundError(c.Span);
        }
        if (candidates.Find(k => Matches(k).All(m => m >= Match.AsList)) is { } exact) return Operation(exact, c);
        var possible = candidates.FindAll(k => Matches(k).All(m => m != Match.No));
        // All of them were arranged from the same arguments, so those with as many parameters have them in the same places.
        if (possible.Count > 0) return new BoundDynamic(name.Name, [.. possible.Select(k => k.Row)], [.. possible[0].Arguments.Select(a => a ?? LeftOut(c))], c.Span);
        ReportMismatch(name, candidates);
        return new BoundError(c.Span);
    }

    private static BoundOperation Operation(Candidate k, CallSyntax c)
    {
        var arguments = new BoundExpression[k.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var given = k.Arguments[i] ?? LeftOut(c);
            var isSingle = k.Row.Parameters[i].Type is ListType && given.Type.Present is not ListType;
            arguments[i] = isSingle ? new BoundList([given], FeelType.ListOf(given.Type), given.Span) : given;
        }
        return new BoundOperation(k.Row, arguments, k.Row.ResultOf(arguments), c.Span);
    }

    private static BoundLiteral LeftOut(CallSyntax c) => new(Value.Null, FeelType.Null, c.CloseSpan);

    /// <summary>Puts the arguments into the order of the row's parameters; null when count or names do not match.</summary>
    private static BoundExpression?[]? Arrange(Operation row, CallSyntax c, BoundExpression[] arguments)
    {
        var arranged = new BoundExpression?[row.Parameters.Count];
        var first = arranged.Length - 1;
        if (c.Arguments.Count > 0 && c.Arguments[0].Name is not null)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                var index = row.IndexOf(c.Arguments[i].Name!);
                if (index < 0 || arranged[index] is not null) return null;
                arranged[index] = arguments[i];
            }
        }
        else if (row.IsVariadic)
        {
            if (arguments.Length <= first) return null;
            Array.Copy(arguments, arranged, first);
            var rest = arguments[first..];
            var isList = rest.Length == 1 && first == 0 && !row.GathersOne && (rest[0].Type.Present is ListType || rest[0].Type.Present.IsAny);
            arranged[first] = isList ? rest[0] : Gather(rest, c.Span);
        }
        else
        {
            if (arguments.Length > arranged.Length) return null;
            arguments.CopyTo(arranged, 0);
        }
        for (var i = 0; i < arranged.Length; i++)
            if (arranged[i] is null && !row.Parameters[i].IsOptional) return null;
        return arranged;
    }

    private static BoundList Gather(BoundExpression[] items, TextSpan span)
    {
        var element = items.Select(i => i.Type).Aggregate((a, b) => FeelType.Common(a, b) ?? FeelType.Any);
        return new BoundList(items, FeelType.ListOf(element), span);
    }

    private IEnumerable<Match> Matches(Candidate k) => k.Arguments.Select((a, i) => a is null ? Match.Yes : MatchOf(a.Type, k.Row.Parameters[i].Type, k.Row.IsStrict));

    private Match MatchOf(FeelType given, FeelType wanted, bool isStrict)
    {
        if (IsRule && given is OptionalType && isStrict) return Match.No;
        var type = IsRule ? given : given.WithoutNulls;
        if (type.Fits(wanted)) return Match.Yes;
        if (wanted is ListType list && type is not ListType && !type.IsAny && type != FeelType.Null && type.Fits(list.Element)) return Match.AsList;
        if (IsRule) return Match.No;
        var mayFit = type != FeelType.Null && (CouldFit(type, wanted) || (wanted is ListType w && CouldFit(type, w.Element)) || (type is ListType t && CouldFit(t.Element, wanted)));
        return mayFit ? Match.AtRunTime : Match.No;
    }

    /// <summary>Whether some value of the type could stand where the other is wanted: one of Any could.</summary>
    private static bool CouldFit(FeelType type, FeelType wanted) => type.Fits(wanted) || type.Present.IsAny || (type.Present, wanted.Present) switch
    {
        (ListType l, ListType w) => CouldFit(l.Element, w.Element),
        (RangeType r, RangeType w) => CouldFit(r.Element, w.Element),
        (ContextType c, ContextType w) => w.Fields.All(f => c.Field(f.Name) is not { } field || CouldFit(field, f.Type)),
        var (present, other) => !ReferenceEquals(present, type) && CouldFit(present, other),
    };
}
