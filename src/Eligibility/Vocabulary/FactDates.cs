using Eligibility.Diagnostics;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Vocabulary;

/// <summary>Finds facts dated after the day whose knowledge counts. Parsing cannot: it has no clock and knows no such day.</summary>
internal static class FactDates
{
    public static void Check(Facts facts, LocalDate knownAt, DiagnosticBag bag)
    {
        var limit = Value.From(knownAt).Packed;
        foreach (var entity in facts.Vocabulary.Entities)
        {
            foreach (var attribute in entity.DatesBehind)
                foreach (var instance in facts.Instances(entity))
                    if (instance.Slots[attribute.Slot] is { Kind: ValueKind.Date } v && v.Packed > limit)
                        bag.DateAfterKnowledge(FeelDate.Format(v.Date), FeelDate.Format(knownAt), $"{instance.Path}.{attribute.Name}");
        }
    }
}
