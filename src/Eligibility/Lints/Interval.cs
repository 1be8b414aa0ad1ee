using Eligibility.Values;

namespace Eligibility.Lints;

/// <summary>The numbers between two ends; an end that is null is open to infinity, a strict end does not belong.</summary>
internal readonly record struct Interval(Number? Low, bool LowStrict, Number? High, bool HighStrict)
{
    public static readonly Interval Any = new(null, false, null, false);

    public static readonly Interval NotNegative = new(default(Number), false, null, false);

    public static Interval Point(Number n) => new(n, false, n, false);

    public Interval Meet(Interval other)
    {
        var result = this;
        if (other.Low is { } l && (result.Low is not { } a || l > a || (l == a && other.LowStrict))) result = result with { Low = l, LowStrict = other.LowStrict };
        if (other.High is { } h && (result.High is not { } b || h < b || (h == b && other.HighStrict))) result = result with { High = h, HighStrict = other.HighStrict };
        return result;
    }

    /// <summary>The smallest interval that holds both.</summary>
    public Interval Join(Interval other)
    {
        Number? low = null, high = null;
        bool lowStrict = false, highStrict = false;
        if (Low is { } a && other.Low is { } b) (low, lowStrict) = a == b ? (a, LowStrict && other.LowStrict) : a < b ? (a, LowStrict) : (b, other.LowStrict);
        if (High is { } c && other.High is { } d) (high, highStrict) = c == d ? (c, HighStrict && other.HighStrict) : c > d ? (c, HighStrict) : (d, other.HighStrict);
        return new Interval(low, lowStrict, high, highStrict);
    }

    public static Interval operator -(Interval a) => new(a.High is { } h ? -h : null, a.HighStrict, a.Low is { } l ? -l : null, a.LowStrict);

    public static Interval operator +(Interval a, Interval b) =>
        new(a.Low is { } l && b.Low is { } m ? l + m : null, a.LowStrict || b.LowStrict, a.High is { } h && b.High is { } i ? h + i : null, a.HighStrict || b.HighStrict);

    public static Interval operator -(Interval a, Interval b) => a + -b;

    /// <summary>The product, where both have two ends, or where neither reaches below zero; otherwise nothing is known.</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        if (a is { Low: { } al, High: { } ah } && b is { Low: { } bl, High: { } bh })
        {
            var corners = new[] { (al * bl, a.LowStrict || b.LowStrict), (al * bh, a.LowStrict || b.HighStrict), (ah * bl, a.HighStrict || b.LowStrict), (ah * bh, a.HighStrict || b.HighStrict) };
            var low = corners.Min(c => c.Item1);
            var high = corners.Max(c => c.Item1);
            // An end belongs when any corner that reaches it does; a zero factor reaches it whatever the other is.
            return new Interval(low, corners.Where(c => c.Item1 == low).All(c => c.Item2) && low.Sign != 0, high, corners.Where(c => c.Item1 == high).All(c => c.Item2) && high.Sign != 0);
        }
        if (a is { Low.Sign: >= 0 } && b is { Low.Sign: >= 0 })
        {
            Number? high = a.High is { } x && b.High is { } y ? x * y : null;
            return new Interval(a.Low.Value * b.Low.Value, false, high, high is { Sign: not 0 } && (a.HighStrict || b.HighStrict));
        }
        return Any;
    }

    /// <summary>The quotient by a single number other than zero; otherwise nothing is known.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (b.Low is not { } n || b.High != n || n.Sign == 0 || !Number.TryDivide(1, n, out var reciprocal)) return a is { Low.Sign: >= 0 } && b is { Low.Sign: >= 0 } ? NotNegative : Any;
        return a * Point(reciprocal);
    }

    /// <summary>Whether some number here can be less than (or, unless strict, equal to) some number there.</summary>
    public bool CanBeBelow(Interval other, bool strict)
    {
        if (Low is not { } low || other.High is not { } high) return true;
        return low < high || (!strict && low == high && !LowStrict && !other.HighStrict);
    }
}
