using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility;

/// <summary>An amount that was paid, or decided to be paid.</summary>
/// <param name="Month">The month for which.</param>
/// <param name="Programme">The programme's key.</param>
/// <param name="Benefit">The benefit's key.</param>
/// <param name="Person">The key of the person for whom; null for the household.</param>
/// <param name="Amount">Yuan.</param>
public sealed record PaidAmount(YearMonth Month, string Programme, string Benefit, string? Person, Money Amount);

/// <summary>Why an amount differs from what was decided.</summary>
public enum DifferenceCause
{
    /// <summary>It was paid otherwise than the rules and facts of that day say: the payment, or our own encoding of the rules then, was wrong.</summary>
    Correction,

    /// <summary>Another rule file became known.</summary>
    Law,

    /// <summary>Another value of a parameter became known.</summary>
    Value,

    /// <summary>Other facts became known.</summary>
    Facts,
}

/// <summary>What follows from a difference.</summary>
public enum DifferenceStanding
{
    /// <summary>It is to be paid (补发).</summary>
    Owed,

    /// <summary>It was paid too much (退回).</summary>
    Overpaid,

    /// <summary>It is shown, and nothing follows from it: no clause says so.</summary>
    Information,

    /// <summary>Whether it is owed cannot be told.</summary>
    Open,
}

/// <summary>The part of a difference that has one cause.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="KnownOn">The day on which the notice was published or the facts were reported; null where the cause has no such day.</param>
/// <param name="Amount">Yuan: positive when more is due than was decided.</param>
/// <param name="Standing">What follows.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Cites">The articles: of the notice, and of its clause.</param>
public sealed record DifferencePart(DifferenceCause Cause, LocalDate? KnownOn, Money Amount, DifferenceStanding Standing, LocalText Reason, IReadOnlyList<string> Cites)
{
    /// <summary>How the clause about back pay is read, where its text is open; null where it is not.</summary>
    public LocalText? Note { get; init; }
}

/// <summary>One payment of one month that was decided otherwise than it would be now.</summary>
/// <param name="Month">The month.</param>
/// <param name="Programme">The programme's key.</param>
/// <param name="Title">The programme's official name.</param>
/// <param name="Benefit">The benefit's key.</param>
/// <param name="Label">The benefit's official name.</param>
/// <param name="Person">The key of the person it is for; null for the household.</param>
/// <param name="PersonName">How the person is called; null for the household.</param>
/// <param name="Decided">Yuan as decided or paid.</param>
/// <param name="Now">Yuan by what is known now.</param>
/// <param name="Parts">The difference by cause; the parts add up to it.</param>
public sealed record AdjustmentLine(YearMonth Month, string Programme, LocalText Title, string Benefit, LocalText Label, string? Person, string? PersonName, Money Decided, Money Now, IReadOnlyList<DifferencePart> Parts);

/// <summary>A programme and month of which the difference cannot be told.</summary>
/// <param name="Month">The month.</param>
/// <param name="Programme">The programme's key.</param>
/// <param name="Title">Its official name.</param>
/// <param name="Missing">What is missing, then or now.</param>
public sealed record OpenDifference(YearMonth Month, string Programme, LocalText Title, IReadOnlyList<Missing> Missing);

/// <summary>A household that was refused, is not on the roll, and would qualify by what is known now: somebody should tell it.</summary>
/// <param name="Programme">The programme's key.</param>
/// <param name="Title">Its official name.</param>
/// <param name="Months">The months.</param>
public sealed record NewlyEligible(string Programme, LocalText Title, IReadOnlyList<YearMonth> Months);

/// <summary>
/// What is owed or was overpaid for past months, and why. It is never set off against anything: what is done about it is decided by somebody. Immutable.
/// </summary>
/// <param name="KnownAt">What is known now: nothing later is used.</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month.</param>
/// <param name="Lines">Every payment that differs.</param>
/// <param name="Open">Programmes and months of which the difference cannot be told.</param>
/// <param name="NewlyEligible">Programmes for which the household was refused and would now qualify.</param>
public sealed record Adjustments(LocalDate KnownAt, YearMonth From, YearMonth To, IReadOnlyList<AdjustmentLine> Lines, IReadOnlyList<OpenDifference> Open, IReadOnlyList<NewlyEligible> NewlyEligible)
{
    /// <summary>What the overlays assume that were laid on the rules; empty when there were none.</summary>
    public IReadOnlyList<LocalText> Assumptions { get; init; } = [];

    /// <summary>The sum of the parts of a standing: owed and information are sums of what is more, overpaid of what is less, as a negative amount.</summary>
    public Money Sum(DifferenceStanding standing) => Lines.SelectMany(l => l.Parts).Where(p => p.Standing == standing).Aggregate(default(Money), (sum, p) => sum + p.Amount);
}

/// <summary>What was decided or paid for past months. Immutable.</summary>
public sealed class Decided
{
    private readonly IReadOnlyDictionary<YearMonth, LocalDate> _days;
    private readonly LocalDate? _day;

    private Decided(LocalDate? day, IReadOnlyDictionary<YearMonth, LocalDate> days, IReadOnlyList<PaidAmount>? paid, IReadOnlyDictionary<YearMonth, Vocabulary.Facts> facts)
    {
        _day = day;
        _days = days;
        Paid = paid;
        Facts = facts;
    }

    /// <summary>What was paid; null when it is taken to be what the rules and facts of the day say.</summary>
    internal IReadOnlyList<PaidAmount>? Paid { get; }

    /// <summary>The facts that were decided on, where they were written down.</summary>
    internal IReadOnlyDictionary<YearMonth, Vocabulary.Facts> Facts { get; }

    /// <summary>The day of knowledge on which a month was decided; null when nobody said.</summary>
    internal LocalDate? DayOf(YearMonth month) => _days.TryGetValue(month, out var day) ? day : _day;

    /// <summary>Every month was decided with the knowledge of one day, and paid as decided.</summary>
    public static Decided On(LocalDate day) => new(day, new Dictionary<YearMonth, LocalDate>(), null, new Dictionary<YearMonth, Vocabulary.Facts>());

    /// <summary>These amounts were paid. A programme that is named in none of them is not compared; of one that is, a month without an amount was paid nothing.</summary>
    /// <param name="paid">The amounts.</param>
    /// <param name="days">The day of knowledge on which each month was decided.</param>
    /// <param name="otherwise">The day for months that <paramref name="days"/> does not name; null when every month is named.</param>
    /// <param name="facts">The facts that were decided on, where they were written down; null takes those that the case knew then.</param>
    public static Decided Amounts(IReadOnlyList<PaidAmount> paid, IReadOnlyDictionary<YearMonth, LocalDate> days, LocalDate? otherwise = null, IReadOnlyDictionary<YearMonth, Vocabulary.Facts>? facts = null) =>
        new(otherwise, days, paid, facts ?? new Dictionary<YearMonth, Vocabulary.Facts>());
}
