using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.Text;

namespace Eligibility.Explanation;

/// <summary>The texts of a derivation step, made when they are asked for.</summary>
internal static class StepText
{
    /// <summary>The formula in labels.</summary>
    public static string Formula(DerivationStep s, Language language) => Prose.Of(s.Item.Bound, language);

    /// <summary>The formula with the household's values put in.</summary>
    public static string WithValues(DerivationStep s, HouseholdRun run, Language language) => Prose.WithValues(s.Item.Bound, run, s.Instance, language);

    /// <summary>The result.</summary>
    public static string Result(DerivationStep s, Language language) => Display.Of(s.Value, language, IsMoney(s), s.Item.Type.Present as Values.CodeType);

    /// <summary>The result as a calculator shows it: what does not terminate is cut to fen, since the formula beside it tells it exactly.</summary>
    public static string Short(DerivationStep s, Language language) =>
        s.Value.Kind == Values.ValueKind.Number && s.Value.Number.Scale is null ? s.Value.Number.Round(Values.RoundingMode.HalfUp, 2).ToDisplay(IsMoney(s), language) : Result(s, language);

    /// <summary>The values put in and what they come to; only the result where there is nothing to compute.</summary>
    public static string Arithmetic(DerivationStep s, HouseholdRun run, Language language)
    {
        var (result, figures) = (Result(s, language), WithValues(s, run, language));
        if (figures == result) return result;
        return $"{figures} {(s.Value is { Kind: Values.ValueKind.Number, Number.Scale: null } ? "≈" : "=")} {Short(s, language)}";
    }

    private static bool IsMoney(DerivationStep s) => s.Item.Unit is null ? Display.IsMoney(s.Item.Bound) : Display.IsMoney(s.Item.Unit);
}
