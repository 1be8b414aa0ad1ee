using Eligibility.Values;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>How points and ranges lie to each other: Allen's relations, as the standard defines them.</summary>
internal static class Ranges
{
    private enum Shape
    {
        Point,
        Range,
    }

    public static IEnumerable<Operation> Rows() => Comparison.Ordered.SelectMany(Rows);

    private static IEnumerable<Operation> Rows(T type) =>
    [
        Row("before", type, Shape.Point, Shape.Point, Before),
        Row("before", type, Shape.Point, Shape.Range, Before),
        Row("before", type, Shape.Range, Shape.Point, Before),
        Row("before", type, Shape.Range, Shape.Range, Before),
        Row("after", type, Shape.Point, Shape.Point, After),
        Row("after", type, Shape.Point, Shape.Range, After),
        Row("after", type, Shape.Range, Shape.Point, After),
        Row("after", type, Shape.Range, Shape.Range, After),
        Row("meets", type, Shape.Range, Shape.Range, static (a, b) => a.End.CompareTo(b.Start) == 0),
        Row("met by", type, Shape.Range, Shape.Range, static (a, b) => a.Start.CompareTo(b.End) == 0),
        Row("overlaps", type, Shape.Range, Shape.Range, static (a, b) => !Before(a, b) && !After(a, b)),
        Row("overlaps before", type, Shape.Range, Shape.Range, OverlapsBefore),
        Row("overlaps after", type, Shape.Range, Shape.Range, static (a, b) => OverlapsBefore(b, a)),
        Row("finishes", type, Shape.Point, Shape.Range, Finishes),
        Row("finishes", type, Shape.Range, Shape.Range, Finishes),
        Row("finished by", type, Shape.Range, Shape.Point, static (a, b) => Finishes(b, a)),
        Row("finished by", type, Shape.Range, Shape.Range, static (a, b) => Finishes(b, a)),
        Row("includes", type, Shape.Range, Shape.Point, Includes),
        Row("includes", type, Shape.Range, Shape.Range, Includes),
        Row("during", type, Shape.Point, Shape.Range, static (a, b) => Includes(b, a)),
        Row("during", type, Shape.Range, Shape.Range, static (a, b) => Includes(b, a)),
        Row("starts", type, Shape.Point, Shape.Range, Starts),
        Row("starts", type, Shape.Range, Shape.Range, Starts),
        Row("started by", type, Shape.Range, Shape.Point, static (a, b) => Starts(b, a)),
        Row("started by", type, Shape.Range, Shape.Range, static (a, b) => Starts(b, a)),
        Row("coincides", type, Shape.Point, Shape.Point, Coincides),
        Row("coincides", type, Shape.Range, Shape.Range, Coincides),
    ];

    private static Operation Row(string name, T type, Shape first, Shape second, Func<Extent, Extent, bool> holds)
    {
        var (a, b) = (first, second) switch
        {
            (Shape.Point, Shape.Point) => ("point1", "point2"),
            (Shape.Range, Shape.Range) => ("range1", "range2"),
            (Shape.Point, Shape.Range) => ("point", "range"),
            _ => ("range", "point"),
        };
        return OperationTable.Binary(name, TypeOf(type, first), TypeOf(type, second), T.Boolean, (x, y) => Value.From(holds(Extent.Of(x), Extent.Of(y))), a, b);
    }

    private static T TypeOf(T type, Shape shape) => shape == Shape.Point ? type : T.RangeOf(type);

    private static bool Before(Extent a, Extent b) => a.End.CompareTo(b.Start) < 0;

    private static bool After(Extent a, Extent b) => Before(b, a);

    private static bool OverlapsBefore(Extent a, Extent b) => a.Start.CompareTo(b.Start) < 0 && a.End.CompareTo(b.Start) >= 0 && a.End.CompareTo(b.End) <= 0;

    private static bool Includes(Extent a, Extent b) => a.Start.CompareTo(b.Start) <= 0 && a.End.CompareTo(b.End) >= 0;

    private static bool Finishes(Extent a, Extent b) => a.End.CompareTo(b.End) == 0 && a.Start.CompareTo(b.Start) >= 0;

    private static bool Starts(Extent a, Extent b) => a.Start.CompareTo(b.Start) == 0 && a.End.CompareTo(b.End) <= 0;

    private static bool Coincides(Extent a, Extent b) => a.Start.CompareTo(b.Start) == 0 && a.End.CompareTo(b.End) == 0;

    /// <summary>
    /// One end of a range: a value, or, where the range does not include it, the place just behind it (at a start) or just before it
    /// (at an end). So every relation is a comparison of ends, and a point is a range that starts and ends in it.
    /// </summary>
    /// <param name="Value">The value; null for an end that is open to infinity.</param>
    /// <param name="Side">-1 just before, 0 exactly at, 1 just behind; of an open end, the direction.</param>
    private readonly record struct End(Value Value, int Side)
    {
        public int CompareTo(End other)
        {
            if (Value.IsNull || other.Value.IsNull) return (Value.IsNull ? Side : 0).CompareTo(other.Value.IsNull ? other.Side : 0);
            var order = Values.Value.Compare(Value, other.Value) ?? throw new InvalidOperationException("a row takes ends of one ordered type");
            return order != 0 ? order : Side.CompareTo(other.Side);
        }
    }

    private readonly record struct Extent(End Start, End End)
    {
        public static Extent Of(Value v) => v.Kind != ValueKind.Range
            ? new Extent(new End(v, 0), new End(v, 0))
            : new Extent(
                new End(v.Range.Low, v.Range.Low.IsNull ? -1 : v.Range.LowIncluded ? 0 : 1),
                new End(v.Range.High, v.Range.High.IsNull ? 1 : v.Range.HighIncluded ? 0 : -1));
    }
}
