using System.Collections.Concurrent;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Statements;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility;

/// <summary>The rules could not be loaded, or an overlay could not be laid: carries every mistake.</summary>
public sealed class RuleBookException : Exception
{
    internal RuleBookException(DiagnosticBag bag)
        : base(DiagnosticRenderer.Render(bag, Text.Language.English)) => Diagnostics = bag.Sorted();

    /// <summary>Every mistake, sorted by place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}

/// <summary>A question that cannot be asked: an unknown place or programme, or a day before anything was published.</summary>
public sealed class QuestionException : Exception
{
    internal QuestionException(DiagnosticBag bag)
        : base(DiagnosticRenderer.Render(bag, Text.Language.English)) => Diagnostics = bag.Sorted();

    /// <summary>What is wrong with the question.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}

/// <summary>
/// All rules: every version of every programme in every place. Immutable and safe to use from many threads; compiled plans live in it.
/// Loading reports every mistake at once; nothing half-loaded is ever used.
/// </summary>
public sealed class RuleBook
{
    private readonly ConcurrentDictionary<string, Plan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RuleQuestion, MonthRules> _months = new();
    private readonly IReadOnlyList<RuleFile> _overlays;
    private bool _isExcerpt;
    private ICollection<Feel.NameUse>? _uses;

    private RuleBook(RuleLibrary library, IReadOnlyList<RuleFile> overlays)
    {
        Library = library;
        _overlays = overlays;
    }

    /// <summary>What facts may say.</summary>
    public Vocabulary.Vocabulary Vocabulary => Library.Vocabulary;

    /// <summary>A hash of the files the book was loaded from, scenarios left out: two books with the same hash answer the same.</summary>
    public string ContentHash { get; private init; } = "";

    internal RuleLibrary Library { get; }

    internal IReadOnlyList<RuleFile> ActiveOverlays => _overlays;

    /// <summary>Loads a rules directory. Throws <see cref="RuleBookException"/> with every mistake when anything is wrong.</summary>
    public static RuleBook Load(string directory)
    {
        var bag = new DiagnosticBag();
        return TryLoad(directory, bag) is { } book && !bag.HasErrors ? book : throw new RuleBookException(bag);
    }

    /// <summary>Loads for one question: every file is read and checked by itself, but only what is asked for is bound.</summary>
    internal static RuleBook LoadForOneQuestion(string directory)
    {
        var bag = new DiagnosticBag();
        return TryLoad(directory, bag, bindAll: false) is { } book && !bag.HasErrors ? book : throw new RuleBookException(bag);
    }

    internal static RuleBook? TryLoad(string directory, DiagnosticBag bag, bool bindAll = true)
    {
        var sources = RuleDirectory.Read(directory, bag);
        // A directory that cannot be opened is told once, not again for each file that it should hold.
        return sources.Count == 0 && bag.HasErrors ? null : TryLoad(sources, bag, bindAll);
    }

    /// <summary>Loads files already read; binds every distinct stack of files that any month and day can meet, unless told not to.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="bag">Takes the mistakes.</param>
    /// <param name="bindAll">Whether to bind.</param>
    /// <param name="uses">Takes the names that formulas use, as they are bound.</param>
    internal static RuleBook? TryLoad(IReadOnlyList<RuleSourceFile> sources, DiagnosticBag bag, bool bindAll = true, ICollection<Feel.NameUse>? uses = null)
    {
        if (RuleLibrary.Load(sources, bag) is not { } library) return null;
        var book = new RuleBook(library, []) { ContentHash = RuleDirectory.HashOf(sources), _uses = uses };
        if (bindAll) StackCheck.Run(book, bag);
        return book;
    }

    /// <summary>The same rules with fragments laid on top. One that does not fit the rules it meets is reported when they are asked for.</summary>
    internal RuleBook With(IReadOnlyList<RuleFile> overlays) => new(Library, [.. _overlays, .. overlays]) { ContentHash = ContentHash, _isExcerpt = _isExcerpt, _uses = _uses };

    /// <summary>A part of a library, or one with a file changed, as a book of its own; nothing is bound yet.</summary>
    internal static RuleBook ExcerptOf(RuleLibrary library) => new(library, []) { _isExcerpt = true };

    /// <summary>The same rules, known to be a part of a library: that a day lies before their first publication says nothing.</summary>
    internal RuleBook AsExcerpt() => new(Library, _overlays) { ContentHash = ContentHash, _isExcerpt = true, _uses = _uses };

    /// <summary>The same rules with a named overlay of some place laid on top. Throws <see cref="QuestionException"/> when there is none of that name.</summary>
    public RuleBook WithOverlay(string name)
    {
        var found = Library.Overlays.Where(o => o.OverlayName == name || o.Source.Name == name).ToArray();
        if (found.Length > 0) return With(found);
        var bag = new DiagnosticBag();
        bag.UnknownOverlay(null, name, Text.NearestName.Find(name, Library.Overlays.Select(o => o.OverlayName!)));
        throw new QuestionException(bag);
    }

    /// <summary>
    /// Decides every programme of a place for a household in a month, as known on a day. A programme that a place above begins only after
    /// the month does not exist there yet and is left out; ask for it with <see cref="Decide"/> to be told since when there are rules.
    /// </summary>
    /// <param name="facts">The household.</param>
    /// <param name="month">The month to decide.</param>
    /// <param name="knownAt">Nothing published after this day is used.</param>
    /// <param name="jurisdiction">The place whose rules apply; null takes the one the facts state.</param>
    /// <param name="acceptUnattested">Whether values may be used beyond the last day on which a source attests them; the decision then says so.</param>
    /// <exception cref="QuestionException">The place is unknown or not stated, or nothing had been published by then.</exception>
    /// <exception cref="RuleBookException">An overlay does not fit the rules of the place.</exception>
    /// <exception cref="FactsException">A fact is dated after <paramref name="knownAt"/>, or the facts were read with another book's vocabulary and this one's does not allow them.</exception>
    public Assessment Assess(Facts facts, YearMonth month, LocalDate knownAt, string? jurisdiction = null, bool acceptUnattested = false)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new MonthDecider(this, month, knownAt, acceptUnattested).Decide(new Situation(Own(facts), jurisdiction ?? facts.Jurisdiction));
    }

    /// <summary>A receipt of an assessment that this book made: everything that is needed to decide it again, anywhere and later.</summary>
    /// <param name="assessment">What <see cref="Assess"/> gave back.</param>
    public Receipt ReceiptOf(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Receipt.Of(this, assessment);
    }

    /// <summary>Decides one programme only; what it reads of others is computed as far as it is needed.</summary>
    /// <param name="facts">The household.</param>
    /// <param name="programme">The programme's key.</param>
    /// <param name="month">The month to decide.</param>
    /// <param name="knownAt">Nothing published after this day is used.</param>
    /// <param name="jurisdiction">The place whose rules apply; null takes the one the facts state.</param>
    /// <param name="acceptUnattested">Whether values may be used beyond the last day on which a source attests them; the decision then says so.</param>
    /// <exception cref="QuestionException">The place or programme is unknown, no place is stated, or nothing had been published by then.</exception>
    public Decision Decide(Facts facts, string programme, YearMonth month, LocalDate knownAt, string? jurisdiction = null, bool acceptUnattested = false)
    {
        var decider = new MonthDecider(this, month, knownAt, acceptUnattested);
        if (decider.Decide(new Situation(Own(facts), jurisdiction ?? facts.Jurisdiction), programme, out var rules) is { } decision) return decision;
        var bag = new DiagnosticBag();
        bag.UnknownProgrammeAsked(null, programme, Text.NearestName.Find(programme, rules.Plan.Rules.Programmes.Select(p => p.Programme)));
        throw new QuestionException(bag);
    }

    /// <summary>States month by month what a household was entitled to, each month with the roll that the months before it left behind.</summary>
    /// <param name="file">The household over time.</param>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 1,200 months later.</param>
    /// <param name="knownAt">Nothing published or reported after this day is used.</param>
    /// <param name="jurisdiction">The place whose rules apply; null takes the one the facts state.</param>
    /// <param name="acceptUnattested">Whether values may be used beyond the last day on which a source attests them; the decisions then say so.</param>
    /// <exception cref="QuestionException">The months are in the wrong order, the place is unknown or not stated, or nothing had been published by then.</exception>
    /// <exception cref="RuleBookException">An overlay does not fit the rules of the place.</exception>
    public Statement State(CaseFile file, YearMonth from, YearMonth to, LocalDate knownAt, string? jurisdiction = null, bool acceptUnattested = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        CheckMonths(from, to);
        return new Statement(knownAt, new StatementBuilder(this, Own(file), jurisdiction, acceptUnattested).Build(from, to, _ => new Knowledge(knownAt))) { Assumptions = [.. _overlays.Select(o => o.Title)] };
    }

    /// <summary>
    /// Compares what was decided or paid for past months with what would be decided now, and says of every difference why there is one and whether it is owed.
    /// </summary>
    /// <param name="file">The household over time.</param>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 1,200 months later.</param>
    /// <param name="decided">What was decided or paid, and with which knowledge.</param>
    /// <param name="knownAt">What is known now: nothing published or reported later is used.</param>
    /// <param name="jurisdiction">The place whose rules apply; null takes the one the facts state.</param>
    /// <param name="acceptUnattested">Whether values may be used beyond the last day on which a source attests them.</param>
    /// <exception cref="QuestionException">The months are in the wrong order, a month is without the day on which it was decided, the place is unknown or not stated, or nothing had been published by then.</exception>
    /// <exception cref="RuleBookException">An overlay does not fit the rules of the place.</exception>
    public Adjustments Adjust(CaseFile file, YearMonth from, YearMonth to, Decided decided, LocalDate knownAt, string? jurisdiction = null, bool acceptUnattested = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(decided);
        CheckMonths(from, to);
        var bag = new DiagnosticBag();
        for (var month = from; month <= to; month = month.PlusMonths(1))
        {
            if (decided.DayOf(month) is not { } day) bag.NotSaidWhenDecided(FeelDate.Format(month));
            else if (day > knownAt) bag.DecidedAfterNow(FeelDate.Format(day), FeelDate.Format(knownAt));
        }
        if (bag.HasErrors) throw new QuestionException(bag);
        return new AdjustmentBuilder(this, Own(file), decided, jurisdiction, acceptUnattested, knownAt).Build(from, to);
    }

    /// <summary>Until when each step of the procedure must be done for an application, by the rules of the month in which it was accepted.</summary>
    /// <param name="place">The code of the place.</param>
    /// <param name="programme">The programme's key.</param>
    /// <param name="accepted">The day on which the application was accepted.</param>
    /// <param name="knownAt">Nothing published after this day is used.</param>
    /// <param name="events">The days on which steps took place from which others count, by the steps' keys; null when none is known.</param>
    /// <exception cref="QuestionException">The place or programme is unknown, a step is named that there is not, or nothing had been published by then.</exception>
    /// <exception cref="RuleBookException">An overlay does not fit the rules of the place.</exception>
    public Deadlines DeadlinesOf(string place, string programme, LocalDate accepted, LocalDate knownAt, IReadOnlyDictionary<string, LocalDate>? events = null)
    {
        var bag = new DiagnosticBag();
        var rules = RulesOf(new RuleQuestion(place, accepted.ToYearMonth(), knownAt, knownAt, AcceptUnattested: true, accepted), bag);
        if (rules is not null && rules.Plan.Rules.Find(programme) is null) bag.UnknownProgrammeAsked(null, programme, Text.NearestName.Find(programme, rules.Plan.Rules.Programmes.Select(p => p.Programme)));
        var found = rules?.Plan.Rules.Find(programme);
        var steps = found?.Merged.Procedure?.Definition.Steps.Select(s => s.Name).ToArray() ?? [];
        if (found is not null)
            foreach (var name in (events ?? new Dictionary<string, LocalDate>()).Keys.Where(n => !steps.Contains(n))) bag.UnknownStep(name, Text.NearestName.Find(name, steps));
        if (bag.HasErrors) throw bag.Any(d => d.Code[0] != 'Q') ? new RuleBookException(bag) : new QuestionException(bag);
        return Deadlines.Of(found!, rules!.Plan, Library.Calendar, accepted, events ?? new Dictionary<string, LocalDate>());
    }

    /// <summary>Facts in this book's own words: those that were read with another book's, such as the one before a reload, are read again, since their order of attributes may be another.</summary>
    internal Facts Own(Facts facts) => ReferenceEquals(facts.Vocabulary, Vocabulary) ? facts : Facts.Parse(facts.ToJson(), Vocabulary);

    private CaseFile Own(CaseFile file) =>
        file.Snapshots.All(s => ReferenceEquals(s.Facts.Vocabulary, Vocabulary)) ? file : new CaseFile([.. file.Snapshots.Select(s => s with { Facts = Own(s.Facts) })]);

    private static void CheckMonths(YearMonth from, YearMonth to)
    {
        if (from <= to && Period.Between(from.OnDayOfMonth(1), to.OnDayOfMonth(1), PeriodUnits.Months).Months <= 1200) return;
        var bag = new DiagnosticBag();
        bag.MonthsReversed(FeelDate.Format(from), FeelDate.Format(to));
        throw new QuestionException(bag);
    }

    /// <summary>The rules of a place in a month, checked together with the facts. Throws <see cref="QuestionException"/> when they cannot be asked for.</summary>
    internal MonthRules RulesOf(Facts facts, string? place, RuleQuestion asked)
    {
        var bag = new DiagnosticBag();
        if (place is null) bag.NoPlace(null);
        if ((place is null ? null : RulesOf(asked with { Place = place }, bag)) is { } rules)
        {
            FactDates.Check(facts, asked.KnownAt, asked.FirstDay, bag);
            return bag.HasErrors ? throw new FactsException(bag) : rules;
        }
        throw bag.Any(d => d.Code[0] != 'Q') ? new RuleBookException(bag) : new QuestionException(bag);
    }

    internal MonthRules? RulesOf(string place, YearMonth month, LocalDate knownAt, bool acceptUnattested, DiagnosticBag bag) =>
        RulesOf(new RuleQuestion(place, month, knownAt, knownAt, acceptUnattested), bag);

    /// <summary>The rules asked for; null, with the reason, when they cannot be asked for. A place that was merged answers as its successor.</summary>
    internal MonthRules? RulesOf(RuleQuestion asked, DiagnosticBag bag)
    {
        if (_months.TryGetValue(asked, out var known)) return known;
        if (Library.Jurisdictions.On(asked.Place, asked.FirstDay, bag) is not { } where) return null;
        if (!_isExcerpt && Library.FirstPublished is { } first && asked.KnownAt < first)
        {
            bag.BeforeAnythingPublished(null, FeelDate.Format(asked.KnownAt), FeelDate.Format(first));
            return null;
        }
        var stacks = Library.Resolve(where.Code, new DaySpan(asked.FirstDay, asked.LastDay), asked.LawKnownAt, _overlays, bag);
        var plan = PlanOf(stacks, bag);
        if (plan is null) return null;
        var gaps = stacks.Where(s => s.Gap is not null).ToDictionary(s => s.Programme, s => s.Gap!, StringComparer.Ordinal);
        var rules = MonthRules.Create(plan, asked with { Place = where.Code }, where.Name, gaps, [.. plan.Rules.Programmes.Where(p => !Library.BeginsLaterAbove(where.Code, p.Programme, asked.Month))]);
        // A bound on memory, not on meaning: a service that is asked about ever new days starts over.
        if (_months.Count > 4096) _months.Clear();
        return _months.GetOrAdd(asked, rules);
    }

    /// <summary>The compiled plan of some stacks; null when binding them fails, which is reported.</summary>
    internal Plan? PlanOf(IReadOnlyList<ResolvedStack> stacks, DiagnosticBag bag)
    {
        var key = string.Join('\n', stacks.Select(s => s.Programme + ":" + string.Join('|', s.Files.Select(f => f.IsOverlay ? $"{f.Source.Name}#{IndexOf(f)}" : f.Source.Name))));
        if (_plans.TryGetValue(key, out var plan)) return plan;
        var merged = stacks.Select(s => LayerMerger.Merge(s.Files, bag)).ToArray();
        if (bag.HasErrors) return null;
        var bound = RuleBinder.Bind(Vocabulary, merged, bag, _uses);
        return bag.HasErrors ? null : _plans.GetOrAdd(key, new Plan(bound));
    }

    private int IndexOf(RuleFile overlay)
    {
        for (var i = 0; i < _overlays.Count; i++)
            if (ReferenceEquals(_overlays[i], overlay)) return i;
        return -1;
    }
}
