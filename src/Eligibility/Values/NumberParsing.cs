using System.Globalization;
using System.Numerics;

namespace Eligibility.Values;

/// <content>Reading numbers from text, exactly.</content>
public readonly partial struct Number
{
    /// <summary>
    /// Reads a number as RFC 8259 writes it: <c>-1450.50</c>, <c>1E-40</c>. False, and zero, for anything else: spaces, a leading
    /// plus or zero, a bare point, hexadecimal, NaN, and more than <see cref="MaxDigits"/> digits once the exponent is written out.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Number number) => TryParse(text, feel: false, out number);

    /// <summary>The same for a FEEL literal, which may also begin with zeros (<c>010</c> is ten) or with the point (<c>.5</c>).</summary>
    public static bool TryParseFeel(ReadOnlySpan<char> text, out Number number) => TryParse(text, feel: true, out number);

    private static bool TryParse(ReadOnlySpan<char> text, bool feel, out Number number)
    {
        number = default;
        var negative = text.StartsWith('-');
        var rest = negative ? text[1..] : text;
        var whole = TakeDigits(ref rest);
        if (whole.IsEmpty && !(feel && rest.StartsWith('.'))) return false;
        if (!feel && whole.Length > 1 && whole[0] == '0') return false;
        ReadOnlySpan<char> decimals = [];
        if (rest.StartsWith('.'))
        {
            rest = rest[1..];
            decimals = TakeDigits(ref rest);
            if (decimals.IsEmpty) return false;
        }
        if (!TryTakeExponent(ref rest, out var exponent) || !rest.IsEmpty) return false;
        if (whole.Length + decimals.Length > MaxDigits) return false;

        var significand = Join(whole, decimals);
        if (negative) significand = -significand;
        exponent -= decimals.Length;
        if (significand.Sign == 0) return true;
        if (exponent < -MaxDigits || (exponent > 0 && exponent > MaxDigits - significand.LengthInDigits())) return false;
        var zeros = (int)Math.Abs(exponent);
        var power = zeros <= 18 ? PowersOfTen[zeros] : FromReduced(BigInteger.Pow(10, zeros), BigInteger.One);
        if (exponent >= 0) number = significand * power;
        else TryDivide(significand, power, out number);
        return true;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = rest.Length;
        var digits = rest[..length];
        rest = rest[length..];
        return digits;
    }

    private static bool TryTakeExponent(scoped ref ReadOnlySpan<char> rest, out long exponent)
    {
        exponent = 0;
        if (rest.IsEmpty || rest[0] is not ('e' or 'E')) return true;
        rest = rest[1..];
        var negative = rest.StartsWith('-');
        if (negative || rest.StartsWith('+')) rest = rest[1..];
        var digits = TakeDigits(ref rest);
        if (digits.IsEmpty) return false;
        // Beyond nine digits any exponent is far outside the budget; cutting it there keeps the arithmetic within 64 bits.
        var significant = digits.TrimStart('0');
        exponent = significant.IsEmpty ? 0 : significant.Length > 9 ? 999_999_999 : long.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        if (negative) exponent = -exponent;
        return true;
    }

    private static Number Join(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals)
    {
        if (whole.Length + decimals.Length > 18)
            return FromReduced(BigInteger.Parse(string.Concat(whole, decimals), NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.One);
        var value = 0L;
        foreach (var digit in whole) value = (value * 10) + (digit - '0');
        foreach (var digit in decimals) value = (value * 10) + (digit - '0');
        return value;
    }

    private int LengthInDigits() => BigInteger.Abs(Numerator).ToString(CultureInfo.InvariantCulture).Length;
}
