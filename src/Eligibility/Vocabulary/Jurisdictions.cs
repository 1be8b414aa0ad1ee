using Eligibility.Diagnostics;
using Eligibility.Text;
using NodaTime;

namespace Eligibility.Vocabulary;

/// <summary>A place that has rules or lies in one that has.</summary>
/// <param name="Code">Six, nine or twelve digits.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Parent">The code of the place it lies in; null for the nation.</param>
/// <param name="ValidFrom">The day since which there is such a place; null when that lies before any rule.</param>
/// <param name="ValidTo">Its last day; null while it exists.</param>
/// <param name="Successor">The code of the place it was merged into; null when none is known.</param>
internal sealed record Jurisdiction(string Code, LocalText Name, string? Parent, LocalDate? ValidFrom, LocalDate? ValidTo, string? Successor);

/// <summary>The places, and which lies in which. Immutable.</summary>
internal sealed class Jurisdictions
{
    private readonly IReadOnlyDictionary<string, Jurisdiction> _byCode;

    public Jurisdictions(IReadOnlyList<Jurisdiction> all)
    {
        All = all;
        _byCode = all.ToDictionary(j => j.Code, StringComparer.Ordinal);
    }

    /// <inheritdoc cref="JurisdictionsLoader.Load"/>
    public static Jurisdictions? Load(string name, byte[] utf8, DiagnosticBag bag) => JurisdictionsLoader.Load(name, utf8, bag);

    /// <summary>All places, in the order of the file.</summary>
    public IReadOnlyList<Jurisdiction> All { get; }

    /// <summary>The place of a code; null when there is none.</summary>
    public Jurisdiction? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The place that a code stands for on a day: its successor, or that one's, once it was merged. Null, with the reason, when there is no such place on that day.</summary>
    public Jurisdiction? On(string code, LocalDate day, DiagnosticBag bag)
    {
        if (Find(code) is not { } place)
        {
            bag.UnknownPlace(null, code, NearestName.Find(code, All.Select(j => j.Code)));
            return null;
        }
        while (place.ValidTo < day)
        {
            if (place.Successor is not { } next)
            {
                bag.PlaceEnded(null, place, day);
                return null;
            }
            place = Find(next)!;
        }
        if (place.ValidFrom > day)
        {
            bag.PlaceNotYet(null, place, day, [.. All.Where(j => j.Successor == place.Code)]);
            return null;
        }
        return place;
    }

    /// <summary>The place, the one it lies in, and so on up to the nation; empty when there is no such place.</summary>
    public IReadOnlyList<Jurisdiction> Chain(string code)
    {
        var chain = new List<Jurisdiction>();
        for (var place = Find(code); place is not null; place = place.Parent is { } parent ? Find(parent) : null) chain.Add(place);
        return chain;
    }
}
