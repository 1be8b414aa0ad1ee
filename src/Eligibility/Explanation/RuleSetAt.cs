using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Scenarios;
using Eligibility.Text;
using NodaTime;

namespace Eligibility.Explanation;

/// <summary>One side of a comparison: the rules of a programme in a place and month, as known on a day.</summary>
internal sealed record RuleSetAt(RuleBook Book, string Place, string Programme, YearMonth Month, LocalDate KnownAt, bool AcceptUnattested)
{
    /// <summary>The rules; null, with the reason, when they cannot be asked for.</summary>
    public MonthRules? Rules(DiagnosticBag bag)
    {
        var rules = Book.RulesOf(Place, Month, KnownAt, AcceptUnattested, bag);
        if (rules is null || rules.Plan.Rules.Find(Programme) is not null) return rules;
        bag.UnknownProgrammeAsked(null, Programme, NearestName.Find(Programme, rules.Plan.Rules.Programmes.Select(p => p.Programme)));
        return null;
    }

    /// <summary>The rules in words, item by item; empty, with the reason, when they cannot be asked for.</summary>
    public IReadOnlyList<RuleWords> Words(Language language, DiagnosticBag bag) =>
        Rules(bag) is { } rules ? RulesInWords.Entries(rules, Programme, language, code => Book.Library.Jurisdictions.Find(code)?.Name) : [];

    public Decision? Decide(Example example) => example.Under(Book, Place, Programme, Month, KnownAt, AcceptUnattested);

    /// <summary>The households among the examples whose result is not the same on another side.</summary>
    public IReadOnlyList<ResultChange> Compare(RuleSetAt after, IReadOnlyList<Example> examples) =>
        [.. examples.Select(e => ResultChange.Of(e, Decide(e), after.Decide(e))).OfType<ResultChange>()];
}
