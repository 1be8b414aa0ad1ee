using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Statements;

/// <summary>Until when each kind of knowledge reaches: usually one day for all; causes are told apart by letting them differ.</summary>
/// <param name="Law">Rule files published by then.</param>
/// <param name="Values">Values of parameters published by then.</param>
/// <param name="Facts">Facts reported by then.</param>
internal readonly record struct Knowledge(LocalDate Law, LocalDate Values, LocalDate Facts)
{
    public Knowledge(LocalDate all)
        : this(all, all, all)
    {
    }
}

/// <summary>Decides month after month, each with the roll that the months before left.</summary>
internal sealed class StatementBuilder(RuleBook book, CaseFile file, string? place, bool acceptUnattested)
{
    /// <summary>A way through the months: what was decided, with the knowledge and the roll that it was decided with.</summary>
    internal sealed record Path(IReadOnlyList<StatementMonth> Months, IReadOnlyList<Knowledge> Knowledge, IReadOnlyList<StatementRoll> Rolls);

    /// <param name="from">The first month.</param>
    /// <param name="to">The last month.</param>
    /// <param name="knowledge">What is known for each month.</param>
    public IReadOnlyList<StatementMonth> Build(YearMonth from, YearMonth to, Func<YearMonth, Knowledge> knowledge) => Build(from, to, knowledge, null, default).Months;

    /// <summary>The same, beside another way through the same months: a month for which nothing more is known that reaches it, and whose roll is the same, is not decided again.</summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month.</param>
    /// <param name="knowledge">What is known for each month.</param>
    /// <param name="beside">The other way; null when there is none.</param>
    /// <param name="reaches">The first day on which anything holds that is known now and was not there.</param>
    public Path Build(YearMonth from, YearMonth to, Func<YearMonth, Knowledge> knowledge, Path? beside, LocalDate reaches)
    {
        YearMonth[] all = [.. Span(from, to)];
        var known = all.Select(knowledge).ToArray();
        var same = all.Select((m, i) => beside is not null && (beside.Knowledge[i] == known[i] || reaches > MonthRules.LastDay(m))).ToArray();
        var first = beside is null ? 0 : Array.IndexOf(same, false);
        if (beside is not null && first < 0) return beside with { Knowledge = known };
        var (months, rolls) = (new List<StatementMonth>(all.Length), new List<StatementRoll>(all.Length));
        if (beside is not null)
        {
            months.AddRange(beside.Months.Take(first));
            rolls.AddRange(beside.Rolls.Take(first));
        }
        var roll = beside?.Rolls[first].Copy() ?? new StatementRoll();
        for (var i = first; i < all.Length; i++)
        {
            rolls.Add(roll.Copy());
            if (same[i] && roll.SaysTheSameAs(beside!.Rolls[i]))
            {
                months.Add(beside.Months[i]);
                if (i + 1 < all.Length) roll = beside.Rolls[i + 1].Copy();
                continue;
            }
            var decided = Decide(all[i], known[i], roll);
            months.Add(i > 0 && Merged(months[^1], decided) ? decided with { AfterMerger = true } : decided);
        }
        return new Path(months, known, rolls);
    }

    private static IEnumerable<YearMonth> Span(YearMonth from, YearMonth to)
    {
        for (var month = from; month <= to; month = month.PlusMonths(1)) yield return month;
    }

    /// <summary>Whether the place of a month is what the place of the month before was merged into; a household that moved is not meant.</summary>
    private bool Merged(StatementMonth before, StatementMonth after)
    {
        if (before.Assessment?.AskedPlace is not { } then || after.Assessment?.AskedPlace is not { } now) return false;
        var end = MonthRules.LastDay(after.Month);
        if (On(then, end) != On(now, end)) return false;
        return On(then, before.Month.OnDayOfMonth(1)) != On(now, after.Month.OnDayOfMonth(1)) || On(then, MonthRules.LastDay(before.Month)) != On(now, end);

        string? On(string code, LocalDate day) => book.Library.Jurisdictions.On(code, day, new Diagnostics.DiagnosticBag())?.Code;
    }

    private StatementMonth Decide(YearMonth month, Knowledge known, StatementRoll roll)
    {
        var (first, last) = (month.OnDayOfMonth(1), MonthRules.LastDay(month));
        if (file.On(first, known.Facts) is not { } snapshot) return new StatementMonth(month, null, NoFacts(first, known.Facts), null, null);
        var situations = new List<(LocalDate, Situation)> { (first, At(snapshot)) };
        foreach (var day in ChangeDays(first, last))
            if (file.On(day, known.Facts) is { } next && next != snapshot) situations.Add((day, At(snapshot = next)));
        var assessment = new MonthDecider(book, month, known.Values, acceptUnattested, known.Law).Decide(situations);
        roll.Append(assessment, month);
        var shown = file.On(first, known.Facts)!;
        return new StatementMonth(month, assessment, null, shown.From == LocalDate.MinIsoValue ? null : shown.From, shown.Published);

        Situation At(FactSnapshot s) => new(roll.Lay(s.Facts, first), place ?? s.Facts.Jurisdiction);
    }

    private IEnumerable<LocalDate> ChangeDays(LocalDate first, LocalDate last) =>
        file.Snapshots.SelectMany(s => new[] { s.From, s.To?.PlusDays(1) ?? s.From }).Where(d => d > first && d <= last).Distinct().Order();

    private LocalText NoFacts(LocalDate day, LocalDate known)
    {
        var after = Timeline.Resolve(file.Snapshots, day, known).After;
        var next = after is null ? "" : FeelDate.Format(after.From);
        return new LocalText($"{FeelDate.Format(day)} 没有已报告的事实{(after is null ? "" : $"；下一份自 {next} 起")}", $"no facts had been reported for {FeelDate.Format(day)}{(after is null ? "" : $"; the next hold from {next}")}");
    }
}
