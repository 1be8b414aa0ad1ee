using Eligibility.Caseload;
using Eligibility.Text;

namespace Eligibility.Simulation.Impact;

/// <summary>A household that a reform leaves with less.</summary>
/// <param name="Household">Its number in the caseload.</param>
/// <param name="Before">What the touched programmes pay it in a month together before, in fen; null when that is not known.</param>
/// <param name="After">What they pay it after; null likewise.</param>
/// <param name="Loss">What it certainly loses, in fen: where the sum is not known, in the programmes that take something.</param>
/// <param name="Reason">Why.</param>
internal sealed record Loser(string Household, long? Before, long? After, long Loss, LocalText Reason);

/// <summary>
/// The households that lose most: so many and no more, so that the list does not grow with the caseload. Of equal losses the household that stands first
/// comes first, so that the lists of parts give the list of the whole.
/// </summary>
internal sealed class LoserList
{
    public const int Most = 50;

    private readonly SortedSet<Loser> _losers = new(Comparer<Loser>.Create(static (a, b) =>
        a.Loss != b.Loss ? b.Loss.CompareTo(a.Loss) : HouseholdOrder.Instance.Compare(a.Household, b.Household)));

    /// <summary>Most loss first.</summary>
    public IReadOnlyCollection<Loser> Losers => _losers;

    /// <summary>Whether one that loses so much has a place in the list, so that nobody need say why otherwise.</summary>
    public bool Wants(long loss) => _losers.Count < Most || loss >= _losers.Max!.Loss;

    public void Add(Loser loser)
    {
        _losers.Add(loser);
        if (_losers.Count > Most) _losers.Remove(_losers.Max!);
    }
}
