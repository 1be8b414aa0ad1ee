using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Statements;

/// <summary>Says what follows from a difference that a notice made: what its own clause about back pay says, and nothing where it has none.</summary>
/// <param name="before">The decision without the notice.</param>
/// <param name="after">The decision with it.</param>
/// <param name="onRoll">Whether the roll shows the household (or a person) in a month; null when that is not known.</param>
internal sealed class ArrearsJudge(Decision? before, Decision? after, Func<YearMonth, string?, bool?> onRoll)
{
    /// <summary>Why the clause is read as it is; null when it needs no word, or no clause was looked at.</summary>
    public LocalText? Note { get; private set; }

    public (DifferenceStanding Standing, LocalText Reason, IReadOnlyList<string> Cites) Judge(DifferenceCause cause, Money amount, YearMonth month, string benefit, string? person)
    {
        var (notices, cites) = Notices(cause);
        var clauses = notices.Select(n => (Notice: n, Clause: after!.Rules.Merged.ArrearsOf(n))).Where(c => c.Clause is not null).ToArray();
        if (clauses.Select(c => c.Clause).Distinct().Count() > 1) return (DifferenceStanding.Open, new LocalText("几个通知的补发规定不同", "several notices say different things about back pay"), cites);
        if (clauses.Length == 0) return (DifferenceStanding.Information, new LocalText("通知没有补发的规定", "the notice has no clause about back pay"), cites);
        var (notice, clause) = (clauses[0].Notice, clauses[0].Clause!);
        if (clause.Article.Length > 0) cites = [.. cites.Append(new Citation(notice, clause.Article).ToString()).Distinct()];
        Note = clause.Note;
        if (amount.Yuan.Sign < 0) return (DifferenceStanding.Information, new LocalText("通知只规定补发，没有规定退回", "the notice speaks of back pay, not of paying back"), cites);
        if (before?.Outcome == Outcome.Ineligible && onRoll(month, null) != true) return (DifferenceStanding.Information, new LocalText("当时未获批准", "it was not granted then"), cites);
        if (!clause.SpeaksOf(benefit)) return (DifferenceStanding.Information, new LocalText("通知的补发不包括这一项", "the notice's back pay leaves this payment out"), cites);
        if (clause.OnRollIn is { } rollMonth)
        {
            var text = FeelDate.Format(rollMonth);
            if (onRoll(rollMonth, person) is not { } there) return (DifferenceStanding.Open, new LocalText($"{text} 是否在册不知道", $"whether it was on the roll in {text} is not known"), cites);
            if (!there) return (DifferenceStanding.Information, new LocalText($"{text} 不在册", $"not on the roll in {text}"), cites);
        }
        if (clause.GrantedMonthsOnly)
        {
            if (onRoll(month, person) is not { } granted) return (DifferenceStanding.Open, new LocalText("当月是否在册不知道", "whether it was on the roll in the month is not known"), cites);
            if (!granted) return (DifferenceStanding.Information, new LocalText("当月未获批准", "not granted in the month"), cites);
        }
        var assumed = clause.Status == RuleStatus.Assumed;
        return (DifferenceStanding.Owed, new LocalText(assumed ? "依假设的补发规定" : "依通知的补发规定", assumed ? "by an assumed clause" : "by the notice's clause"), cites);
    }

    /// <summary>Whether the roll in the facts shows the household (or a person) in a month; null when it is not known.</summary>
    public static bool? Shows(Facts facts, string programme, YearMonth month, string? person)
    {
        if (facts.Roll() is not { } roll) return null;
        var (first, last) = (month.OnDayOfMonth(1), MonthRules.LastDay(month));
        return roll.Any(e => e.Programme == programme && e.From <= last && (e.To is null || e.To >= first) && (person is null || e.Persons.Contains(person)));
    }

    /// <summary>The instruments behind the difference: those that the values cite which are used only after it, and those of rule files that govern only after it.</summary>
    private (IReadOnlyList<SourceDocument> Notices, IReadOnlyList<string> Cites) Notices(DifferenceCause cause)
    {
        if (after is null) return ([], []);
        var used = before is null ? [] : ValuesUsed.Of(before).Select(u => u.Entry).ToHashSet();
        var cited = ValuesUsed.Of(after).Where(u => !used.Contains(u.Entry)).SelectMany(u => u.Entry.Definition.Cites).ToList();
        var notices = cited.Select(c => c.Source);
        if (cause == DifferenceCause.Law)
        {
            var files = before?.Rules.Merged.Files ?? [];
            notices = notices.Concat(after.Rules.Merged.Files.Where(f => !files.Contains(f)).SelectMany(f => f.Sources.Values));
        }
        return ([.. notices.Distinct()], [.. cited.Select(c => c.ToString()).Distinct()]);
    }
}
