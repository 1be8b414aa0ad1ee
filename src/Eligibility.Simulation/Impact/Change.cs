namespace Eligibility.Simulation.Impact;

/// <summary>What becomes of a household in a programme, or over all of them.</summary>
internal enum Change
{
    /// <summary>It is not covered before and is after.</summary>
    Entering,

    /// <summary>It is covered before and is not after.</summary>
    Leaving,

    /// <summary>It gets more.</summary>
    Gaining,

    /// <summary>It gets less.</summary>
    Losing,

    /// <summary>It gets the same.</summary>
    Unchanged,

    /// <summary>It is covered neither before nor after.</summary>
    Neither,

    /// <summary>Outcome or amount is not known before or after.</summary>
    Undetermined,
}

/// <summary>What one variant of the rules gives a household in a programme.</summary>
/// <param name="Outcome">Whether it is covered.</param>
/// <param name="Fen">The monthly amount; null when it is not known.</param>
internal readonly record struct Standing(Outcome Outcome, long? Fen)
{
    /// <summary>Covered by nothing.</summary>
    public static readonly Standing None = new(Outcome.Ineligible, 0);

    public static Change Of(Standing before, Standing after)
    {
        if (before.Fen is not { } a || after.Fen is not { } b) return Change.Undetermined;
        return (before.Outcome == Outcome.Eligible, after.Outcome == Outcome.Eligible) switch
        {
            (false, false) => Change.Neither,
            (false, true) => Change.Entering,
            (true, false) => Change.Leaving,
            _ => b > a ? Change.Gaining : b < a ? Change.Losing : Change.Unchanged,
        };
    }

    /// <summary>Two programmes together: covered by either, and known only where both are.</summary>
    public static Standing Together(Standing a, Standing b) => new(
        a.Outcome == Outcome.Eligible || b.Outcome == Outcome.Eligible ? Outcome.Eligible
        : a.Outcome == Outcome.Undetermined || b.Outcome == Outcome.Undetermined ? Outcome.Undetermined : Outcome.Ineligible,
        a.Fen + b.Fen);
}
