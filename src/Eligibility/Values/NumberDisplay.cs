using System.Globalization;
using System.Numerics;
using Eligibility.Text;

namespace Eligibility.Values;

/// <content>Numbers as text: exact for machines, readable for people.</content>
public readonly partial struct Number
{
    /// <summary>The exact value in one spelling only: <c>1950</c>, <c>362.5</c>, <c>-0.01</c>, and <c>1550/3</c> when it does not terminate.</summary>
    public override string ToString()
    {
        if (_big is null && _den <= 1) return _num.ToString(CultureInfo.InvariantCulture);
        return Scale is { } scale ? ToFixed(scale) : Fraction("/");
    }

    /// <summary>
    /// The exact value with so many decimals. One that needs more decimals throws <see cref="InvalidOperationException"/>
    /// (round it first), a negative <paramref name="scale"/> <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public string ToFixed(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        if (Scale is not { } needed || needed > scale) throw new InvalidOperationException($"{Fraction("/")} cannot be shown exactly with {scale} decimals");
        var scaled = Numerator * BigInteger.Pow(10, scale) / Denominator;
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }

    /// <summary>
    /// The value for people. Money has thousands separators and at least two decimals (<c>1,950.00</c>); other numbers stand plain
    /// (<c>0.25</c>). A value that does not terminate is rounded half up for the eye and followed by the division that gives it
    /// exactly: <c>516.67（=1550÷3）</c>.
    /// </summary>
    public string ToDisplay(bool money, Language language)
    {
        if (Scale is { } scale)
        {
            var text = ToFixed(money ? Math.Max(scale, 2) : scale);
            return money ? WithSeparators(text) : text;
        }
        var decimals = money ? 2 : ReadableScale();
        var rounded = Round(RoundingMode.HalfUp, decimals).ToFixed(decimals);
        if (money) rounded = WithSeparators(rounded);
        var exact = Fraction("÷");
        return language == Language.Chinese ? $"{rounded}（={exact}）" : $"{rounded} (={exact})";
    }

    private string Fraction(string sign) =>
        $"{Numerator.ToString(CultureInfo.InvariantCulture)}{sign}{Denominator.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Two decimals, or as many as show two significant digits of a small ratio, within reason.</summary>
    private int ReadableScale()
    {
        var decimals = 2;
        for (var shown = Abs() * 10; shown < One && decimals < 12; shown *= 10) decimals++;
        return decimals;
    }

    private static string WithSeparators(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var first = text[0] == '-' ? 1 : 0;
        for (var i = point - 3; i > first; i -= 3) text = text.Insert(i, ",");
        return text;
    }
}
