using Eligibility.Text;

namespace Eligibility.Values;

/// <summary>What kind of thing is not known.</summary>
public enum MissingKind
{
    /// <summary>A fact about the household that was not given.</summary>
    Fact,

    /// <summary>A parameter without a value in the month: never bound, before its first date, in a gap, or no longer attested.</summary>
    Parameter,

    /// <summary>No version of the programme's rules is held for the month.</summary>
    Version,

    /// <summary>An amount that no text states.</summary>
    Amount,

    /// <summary>A computation that has no result: a division by zero, a budget exceeded.</summary>
    Fault,
}

/// <summary>One thing whose absence keeps something from being decided.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Its key: an attribute, a parameter, a programme, an item.</param>
/// <param name="Of">Which instance it belongs to, such as the key of a member; null for the household and for parameters.</param>
/// <param name="Text">What a person reads: the official label and, for a parameter, the nearest values that exist.</param>
/// <param name="ObtainFrom">Who can supply a fact, as the vocabulary says; null when it does not say or it is no fact.</param>
public sealed record Missing(MissingKind Kind, string Name, string? Of, LocalText Text, LocalText? ObtainFrom = null);

/// <summary>The causes of an unknown value, without repetition, in the order in which they were met.</summary>
internal sealed class Causes
{
    private Causes(Missing[] items) => Items = items;

    public Missing[] Items { get; }

    public static Causes Of(Missing missing) => new([missing]);

    public Causes With(Causes other) => With(other, faults: true);

    /// <summary>The same, but for what went wrong in the other: only what is open in it is taken over.</summary>
    public Causes WithOpen(Causes other) => With(other, faults: false);

    private Causes With(Causes other, bool faults)
    {
        if (ReferenceEquals(this, other)) return this;
        List<Missing>? added = null;
        foreach (var m in other.Items)
            if ((faults || m.Kind != MissingKind.Fault) && Array.IndexOf(Items, m) < 0) (added ??= []).Add(m);
        return added is null ? this : new([.. Items, .. added]);
    }
}
