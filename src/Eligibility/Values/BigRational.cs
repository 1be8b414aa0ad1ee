using System.Numerics;

namespace Eligibility.Values;

/// <summary>A reduced fraction that does not fit 64 bits; the denominator is positive. Only <see cref="Number"/> makes them.</summary>
internal sealed class BigRational(BigInteger numerator, BigInteger denominator)
{
    public BigInteger Numerator { get; } = numerator;

    public BigInteger Denominator { get; } = denominator;
}
