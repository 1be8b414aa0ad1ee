using System.Runtime.CompilerServices;
using Eligibility.Values;

namespace Eligibility.Simulation.Kernels;

/// <summary>What kernels call rather than write out. The names of operations and their meaning are those of the operation table.</summary>
internal static class KernelMath
{
    /// <summary>All ones for true, all zeros for false, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Mask(bool condition) => -(long)Unsafe.BitCast<bool, byte>(condition);

    /// <summary>Completed years, of packed dates: see <see cref="CalendarDate.AgeOn"/>.</summary>
    public static long Age(long birth, long day)
    {
        var (year, birthday) = (day >> 9, birth & 511);
        // February 29 falls on the last day of February in other years.
        if (birthday == ((2 << 5) | 29) && CalendarDate.DaysInMonth(year, 2) == 28) birthday--;
        return year - (birth >> 9) - ((day & 511) < birthday ? 1 : 0);
    }

    /// <summary>Whole months, of packed dates: see <see cref="CalendarDate.MonthsTo"/>.</summary>
    public static long MonthsBetween(long from, long to)
    {
        var months = (((to >> 9) - (from >> 9)) * 12) + (to >> 5 & 15) - (from >> 5 & 15);
        if (months > 0 && (to & 31) < (from & 31)) return months - 1;
        return months < 0 && (to & 31) > (from & 31) ? months + 1 : months;
    }

    /// <summary>So many months later, of a packed date: see <see cref="CalendarDate.TryPlusMonths"/>. A day that the month lacks becomes its last one.</summary>
    public static long PlusMonths(long day, long months)
    {
        var total = ((day >> 9) * 12) + (day >> 5 & 15) - 1 + months;
        var (year, rest) = Math.DivRem(total, 12);
        if (rest < 0) (year, rest) = (year - 1, rest + 12);
        var month = rest + 1;
        return (year << 9) + (month << 5) + Math.Min(day & 31, CalendarDate.DaysInMonth(year, (int)month));
    }

    /// <summary>A quotient rounded to a whole number; the divisor is greater than 0.</summary>
    public static long Round(long n, long d, RoundingMode mode)
    {
        var (quotient, rest) = Math.DivRem(n, d);
        return rest == 0 ? quotient : quotient + Step(quotient % 2 != 0, rest < 0, Math.Abs(rest).CompareTo(d - Math.Abs(rest)), mode);
    }

    /// <summary>The same of a wide number.</summary>
    public static Int128 Round(Int128 n, Int128 d, RoundingMode mode)
    {
        var (quotient, rest) = Int128.DivRem(n, d);
        return rest == 0 ? quotient : quotient + Step(Int128.IsOddInteger(quotient), rest < 0, Int128.Abs(rest).CompareTo(d - Int128.Abs(rest)), mode);
    }

    /// <summary>Brings a fraction below 2 to the <see cref="Kernels.Narrow.Bits"/> over 2 to the <see cref="Kernels.Narrow.DenBits"/> by reducing it; false when it is greater.</summary>
    public static bool Fit(Int128 n, long d, out long num, out long den)
    {
        (num, den) = (0, 1);
        var divisor = Divisor(n, d);
        (n, d) = (n / divisor, d / divisor);
        if (Int128.Abs(n) >= Int128.One << Narrow.Bits || d >= 1L << Narrow.DenBits) return false;
        (num, den) = ((long)n, d);
        return true;
    }

    /// <summary>Adds a fraction to a sum; false when the sum no longer fits.</summary>
    public static bool Add(ref long num, ref long den, long n, long d)
    {
        if (d == den)
        {
            num += n;
            return Math.Abs(num) < 1L << Narrow.Bits;
        }
        return Fit(((Int128)num * d) + ((Int128)n * den), den * d, out num, out den);
    }

    private static long Divisor(Int128 n, long d)
    {
        var (a, b) = (d, (long)(Int128.Abs(n) % d));
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    /// <summary>How far rounding moves a truncated quotient that has a rest; <paramref name="half"/> compares the rest with a half.</summary>
    private static int Step(bool odd, bool negative, int half, RoundingMode mode)
    {
        var away = mode switch
        {
            RoundingMode.Up => true,
            RoundingMode.Down => false,
            RoundingMode.Floor => negative,
            RoundingMode.Ceiling => !negative,
            RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfDown => half > 0,
            _ => half > 0 || (half == 0 && odd),
        };
        return !away ? 0 : negative ? -1 : 1;
    }
}

/// <summary>The bounds that the value of an item is held to: what exceeds them is left to the evaluator, so that everything that reads it stays within 64 bits where it can.</summary>
internal static class Narrow
{
    public const int Bits = 46;

    public const int DenBits = 10;
}
