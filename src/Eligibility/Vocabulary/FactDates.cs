using Eligibility.Diagnostics;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Vocabulary;

/// <summary>Finds facts dated after the day whose knowledge counts, or further back than anybody lives. Parsing cannot: it has no clock and knows no such day.</summary>
internal static class FactDates
{
    /// <param name="facts">The facts.</param>
    /// <param name="knownAt">No fact may be dated later, unless it may lie ahead.</param>
    /// <param name="day">The day on which such a date must not lie too many years back.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static void Check(Facts facts, LocalDate knownAt, LocalDate day, DiagnosticBag bag)
    {
        var limit = Value.From(knownAt).Packed;
        var roll = facts.Vocabulary.Roll;
        foreach (var entity in facts.Vocabulary.Entities)
        {
            // A grant may be planned, and a statement decides months that lie ahead.
            foreach (var attribute in entity.DatesBehind.Where(a => entity != roll?.Entity || (a.Name != roll.From && a.Name != roll.To)))
                foreach (var instance in facts.Instances(entity))
                    if (instance.Slots[attribute.Slot] is { Kind: ValueKind.Date } v && v.Packed > limit)
                        bag.DateAfterKnowledge(FeelDate.Format(v.Date), FeelDate.Format(knownAt), $"{instance.Path}.{attribute.Name}");
            foreach (var attribute in entity.DatesWithin)
            {
                var earliest = Value.From(day.PlusYears(-attribute.MaxYears!.Value - 1)).Packed;
                foreach (var instance in facts.Instances(entity))
                    if (instance.Slots[attribute.Slot] is { Kind: ValueKind.Date } v && v.Packed <= earliest)
                        bag.DateTooFarBack(FeelDate.Format(v.Date), attribute.Label, attribute.MaxYears.Value, $"{instance.Path}.{attribute.Name}");
            }
        }
    }
}
