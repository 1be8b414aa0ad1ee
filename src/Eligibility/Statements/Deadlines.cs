using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using NodaTime;

namespace Eligibility;

/// <summary>Until when a step of the procedure must be done.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Label">Its official name.</param>
/// <param name="Limit">Days; null when no text states a limit.</param>
/// <param name="WorkingDays">Whether they are working days.</param>
/// <param name="CountsFrom">What they count from, in words; null when no text says.</param>
/// <param name="Start">The day of that; null when it is not known.</param>
/// <param name="Due">The last day, when the day after the start counts as the first; null when it cannot be computed.</param>
/// <param name="CalendarMissing">The year whose official calendar is not held, because of which working days cannot be counted; null when none is missing.</param>
/// <param name="Cites">The articles.</param>
public sealed record Deadline(string Step, LocalText Label, int? Limit, bool WorkingDays, LocalText? CountsFrom, LocalDate? Start, LocalDate? Due, int? CalendarMissing, IReadOnlyList<string> Cites);

/// <summary>The deadlines of an application.</summary>
/// <param name="Title">The programme's official name.</param>
/// <param name="Accepted">The day on which the application was accepted.</param>
/// <param name="ConfirmedBy">Who may confirm; null when the rules do not say.</param>
/// <param name="Steps">The steps, in the order of the rules.</param>
public sealed record Deadlines(LocalText Title, LocalDate Accepted, Confirmation? ConfirmedBy, IReadOnlyList<Deadline> Steps)
{
    internal static Deadlines Of(ProgrammeRules rules, Plan plan, WorkCalendar calendar, LocalDate accepted, IReadOnlyDictionary<string, LocalDate> events)
    {
        var procedure = rules.Merged.Procedure?.Definition;
        var by = plan.ConfirmationOf(rules);
        var steps = (procedure?.Steps ?? []).Where(s => s.Kind is null || s.Kind == (by?.Kind ?? "own")).ToArray();
        return new Deadlines(rules.Merged.Top.Title, accepted, by, [.. steps.Select(s => Of(s, steps, calendar, accepted, events))]);
    }

    private static Deadline Of(StepDefinition step, StepDefinition[] all, WorkCalendar calendar, LocalDate accepted, IReadOnlyDictionary<string, LocalDate> events)
    {
        var from = step.After switch
        {
            null => null,
            StepDefinition.Acceptance => new LocalText("受理之日", "acceptance"),
            var name => all.FirstOrDefault(s => s.Name == name)?.Label ?? LocalText.Same(name),
        };
        LocalDate? start = step.After switch
        {
            null => null,
            StepDefinition.Acceptance => accepted,
            var name => events.TryGetValue(name, out var day) ? day : null,
        };
        LocalDate? due = null;
        int? missing = null;
        if (start is { } begin && step.Limit is { } limit)
        {
            if (!step.WorkingDays) due = begin.PlusDays(limit);
            else if ((due = calendar.After(begin, limit, out var year)) is null) missing = year;
        }
        return new Deadline(step.Name, step.Label, step.Limit, step.WorkingDays, from, start, due, missing, DecisionMaker.Cites(step.Cites));
    }
}
