using System.Numerics;
using Eligibility.Simulation.Impact;
using Eligibility.Simulation.Reading;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Simulation.Report.Charts;

/// <summary>What an axis counts in. Values stay whole numbers of the smallest unit; only their spelling is divided.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="One">How many of the smallest unit make one.</param>
internal sealed record ChartUnit(string Name, Int128 One)
{
    /// <summary>Fen times millionths of a household: in yuan, or in a greater unit where they are many.</summary>
    public static ChartUnit Money(Int128 greatest, Language language)
    {
        Int128 yuan = 100 * Weights.One;
        if (greatest < 100_000 * yuan) return new(language == Language.Chinese ? "元" : "yuan", yuan);
        return language == Language.Chinese ? new("万元", 10_000 * yuan) : new("thousand yuan", 1000 * yuan);
    }

    /// <summary>Fen of one household, in yuan.</summary>
    public static ChartUnit Fen(Language language) => new(language == Language.Chinese ? "元" : "yuan", 100);

    /// <summary>Millionths of households.</summary>
    public static ChartUnit Households(Language language) => new(language == Language.Chinese ? "户" : "households", Weights.One);

    /// <summary>A value with so many decimals.</summary>
    public string Text(Int128 value, int decimals) => Figures.Fixed(Number.FromFraction((BigInteger)value, (BigInteger)One), decimals);

    /// <summary>How many decimals a step needs to be told from the next, four at most.</summary>
    public int DecimalsOf(Int128 step)
    {
        var (decimals, one) = (0, One);
        for (; decimals < 4 && step % one != 0; decimals++, one /= 10)
            if (one < 10) break;
        return decimals;
    }
}
