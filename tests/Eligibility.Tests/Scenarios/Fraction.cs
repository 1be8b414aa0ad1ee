using System.Globalization;
using System.Numerics;

namespace Eligibility.Tests.Scenarios;

/// <summary>
/// The arithmetic beside the figures of a scenario, worked out without the engine: + - * / and parentheses on decimal numbers, as
/// fractions in lowest terms.
/// </summary>
internal readonly record struct Fraction
{
    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>The value of an expression. Throws <see cref="FormatException"/> or <see cref="DivideByZeroException"/> where it has none.</summary>
    public static Fraction Evaluate(string expression)
    {
        var reader = new Reader(expression.Replace(" ", "", StringComparison.Ordinal));
        return reader.All();
    }

    /// <summary>A decimal number, such as 1662.50 or -3.</summary>
    public static Fraction Parse(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var parts = digits.Split('.');
        if (parts.Length > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit))) throw new FormatException($"`{text}` is not a number");
        var scale = parts.Length == 2 ? parts[1].Length : 0;
        var whole = BigInteger.Parse(string.Concat(parts), NumberStyles.None, CultureInfo.InvariantCulture);
        return new Fraction(text.StartsWith('-') ? -whole : whole, BigInteger.Pow(10, scale));
    }

    public static Fraction operator +(Fraction a, Fraction b) => new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) =>
        b.Numerator.IsZero ? throw new DivideByZeroException() : new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>To so many decimals, a half away from zero.</summary>
    public Fraction RoundHalfUp(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var twice = BigInteger.Abs(Numerator) * scale * 2 + Denominator;
        return new Fraction(twice / (Denominator * 2) * Numerator.Sign, scale);
    }

    public override string ToString() => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";

    private sealed class Reader(string text)
    {
        private int _at;

        public Fraction All()
        {
            var value = Sum();
            return _at == text.Length ? value : throw Unexpected();
        }

        private Fraction Sum()
        {
            var value = Product();
            while (Next() is '+' or '-') value = text[_at++] == '+' ? value + Product() : value - Product();
            return value;
        }

        private Fraction Product()
        {
            var value = Factor();
            while (Next() is '*' or '/') value = text[_at++] == '*' ? value * Factor() : value / Factor();
            return value;
        }

        private Fraction Factor()
        {
            if (Take('-')) return Parse("0") - Factor();
            if (Take('('))
            {
                var inner = Sum();
                return Take(')') ? inner : throw Unexpected();
            }
            var start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.')) _at++;
            return start == _at ? throw Unexpected() : Parse(text[start.._at]);
        }

        private char Next() => _at < text.Length ? text[_at] : '\0';

        private bool Take(char c)
        {
            if (Next() != c) return false;
            _at++;
            return true;
        }

        private FormatException Unexpected() => new($"`{text}` at {_at}: {(_at < text.Length ? text[_at] : "end")}");
    }
}
