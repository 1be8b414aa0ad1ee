using System.Globalization;
using System.Numerics;

namespace Eligibility.Tests.Differential;

/// <summary>The referee's own number: a fraction of big integers in lowest terms, the denominator positive.</summary>
internal readonly record struct Ratio : IComparable<Ratio>
{
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Up, Down) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Up { get; }

    public BigInteger Down { get; }

    public bool IsWhole => Down.IsOne;

    public int Sign => Up.Sign;

    public static Ratio Of(BigInteger whole) => new(whole, BigInteger.One);

    public static Ratio operator +(Ratio a, Ratio b) => new((a.Up * b.Down) + (b.Up * a.Down), a.Down * b.Down);

    public static Ratio operator -(Ratio a) => new(-a.Up, a.Down);

    public static Ratio operator -(Ratio a, Ratio b) => a + -b;

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Up * b.Up, a.Down * b.Down);

    /// <summary>Throws when the divisor is zero: the caller has asked.</summary>
    public static Ratio operator /(Ratio a, Ratio b) => new(a.Up * b.Down, a.Down * b.Up);

    public BigInteger Floor() => (Up - (((Up % Down) + Down) % Down)) / Down;

    /// <summary>To a multiple of ten to the power of minus <paramref name="scale"/>, in the direction that the standard's function has.</summary>
    public Ratio Round(string function, int scale)
    {
        var unit = scale >= 0 ? new Ratio(BigInteger.One, BigInteger.Pow(10, scale)) : Of(BigInteger.Pow(10, -scale));
        var units = this / unit;
        var below = Of(units.Floor());
        if (units == below) return this;
        var above = below + Of(1);
        var (inward, outward) = Sign < 0 ? (above, below) : (below, above);
        var half = (below + above) / Of(2);
        var nearest = units.CompareTo(half) < 0 ? below : above;
        var tie = units == half;
        var chosen = function switch
        {
            "floor" => below,
            "ceiling" => above,
            "round up" => outward,
            "round down" => inward,
            "round half up" => tie ? outward : nearest,
            "round half down" => tie ? inward : nearest,
            "decimal" => tie ? (below.Up.IsEven ? below : above) : nearest,
            _ => throw new ArgumentException(function),
        };
        return chosen * unit;
    }

    public int CompareTo(Ratio other) => (Up * other.Down).CompareTo(other.Up * Down);

    public override string ToString() => IsWhole ? Up.ToString(CultureInfo.InvariantCulture) : $"{Up}/{Down}";
}
