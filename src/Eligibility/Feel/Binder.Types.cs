using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Feel;

/// <content><c>instance of</c>.</content>
internal sealed partial class Binder
{
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
            case "years and months duration" or "yearMonthDuration": return FeelType.MonthsDuration;
            case "days and time duration" or "dayTimeDuration": return FeelType.DaysDuration;
            case "list" when t.Arguments.Count <= 1: return FeelType.ListOf(BindElement(t));
            case "range" when t.Arguments.Count <= 1: return FeelType.RangeOf(BindElement(t));
            case "context": return new ContextType([.. t.Arguments.Select(a => (a.Name ?? "", BindType(a.Type)))]);
            default:
                _bag.UnknownType(At(t.Span), t.Name, NearestName.Find(t.Name, OutsideProfile.StandardTypes));
                return FeelType.Error;
        }
    }

    private FeelType BindElement(TypeSyntax t) => t.Arguments.Count == 0 ? FeelType.Any : BindType(t.Arguments[0].Type);
}
