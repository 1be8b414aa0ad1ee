using System.Collections.Concurrent;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
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
    private readonly ConcurrentDictionary<(string Place, YearMonth Month, LocalDate KnownAt, bool AcceptUnattested), MonthRules> _months = new();
    private readonly IReadOnlyList<RuleFile> _overlays;

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
    internal static RuleBook? TryLoad(IReadOnlyList<RuleSourceFile> sources, DiagnosticBag bag, bool bindAll = true)
    {
        if (RuleLibrary.Load(sources, bag) is not { } library) return null;
        var book = new RuleBook(library, []) { ContentHash = RuleDirectory.HashOf(sources) };
        if (bindAll) StackCheck.Run(book, bag);
        return book;
    }

    /// <summary>The same rules with fragments laid on top. One that does not fit the rules it meets is reported when they are asked for.</summary>
    internal RuleBook With(IReadOnlyList<RuleFile> overlays) => new(Library, [.. _overlays, .. overlays]) { ContentHash = ContentHash };

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
    /// <exception cref="FactsException">A fact is dated after <paramref name="knownAt"/>.</exception>
    public Assessment Assess(Facts facts, YearMonth month, LocalDate knownAt, string? jurisdiction = null, bool acceptUnattested = false)
    {
        var run = new HouseholdRun(RulesOf(facts, month, knownAt, jurisdiction, acceptUnattested), facts);
        return new Assessment(run, [.. run.Rules.Plan.Rules.Programmes.Where(p => !Library.BeginsLaterAbove(run.Rules.Place, p.Programme, month)).Select(p => DecisionMaker.Decide(run, p))]);
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
        var rules = RulesOf(facts, month, knownAt, jurisdiction, acceptUnattested);
        if (rules.Plan.Rules.Find(programme) is { } found) return DecisionMaker.Decide(new HouseholdRun(rules, facts), found);
        var bag = new DiagnosticBag();
        bag.UnknownProgrammeAsked(null, programme, Text.NearestName.Find(programme, rules.Plan.Rules.Programmes.Select(p => p.Programme)));
        throw new QuestionException(bag);
    }

    /// <summary>The rules of a place in a month. Throws <see cref="QuestionException"/> when they cannot be asked for.</summary>
    internal MonthRules RulesOf(Facts facts, YearMonth month, LocalDate knownAt, string? jurisdiction, bool acceptUnattested)
    {
        var bag = new DiagnosticBag();
        var place = jurisdiction ?? facts.Jurisdiction;
        if (place is null) bag.NoPlace(null);
        if (RulesOf(place, month, knownAt, acceptUnattested, bag) is { } rules)
        {
            FactDates.Check(facts, knownAt, bag);
            return bag.HasErrors ? throw new FactsException(bag) : rules;
        }
        throw bag.Any(d => d.Code[0] != 'Q') ? new RuleBookException(bag) : new QuestionException(bag);
    }

    internal MonthRules? RulesOf(string? place, YearMonth month, LocalDate knownAt, bool acceptUnattested, DiagnosticBag bag)
    {
        if (place is null) return null;
        if (_months.TryGetValue((place, month, knownAt, acceptUnattested), out var known)) return known;
        if (Library.Jurisdictions.Find(place) is not { } where)
        {
            bag.UnknownPlace(null, place, Text.NearestName.Find(place, Library.Jurisdictions.All.Select(j => j.Code)));
            return null;
        }
        if (Library.FirstPublished is { } first && knownAt < first)
        {
            bag.BeforeAnythingPublished(null, FeelDate.Format(knownAt), FeelDate.Format(first));
            return null;
        }
        var stacks = Library.Resolve(place, month, knownAt, _overlays, bag);
        var plan = PlanOf(stacks, bag);
        if (plan is null) return null;
        var gaps = stacks.Where(s => s.Gap is not null).ToDictionary(s => s.Programme, s => s.Gap!, StringComparer.Ordinal);
        var rules = MonthRules.Create(plan, month, knownAt, where, gaps, acceptUnattested);
        // A bound on memory, not on meaning: a service that is asked about ever new days starts over.
        if (_months.Count > 4096) _months.Clear();
        return _months.GetOrAdd((place, month, knownAt, acceptUnattested), rules);
    }

    /// <summary>The compiled plan of some stacks; null when binding them fails, which is reported.</summary>
    internal Plan? PlanOf(IReadOnlyList<ResolvedStack> stacks, DiagnosticBag bag)
    {
        var key = string.Join('\n', stacks.Select(s => s.Programme + ":" + string.Join('|', s.Files.Select(f => f.IsOverlay ? $"{f.Source.Name}#{IndexOf(f)}" : f.Source.Name))));
        if (_plans.TryGetValue(key, out var plan)) return plan;
        var merged = stacks.Select(s => LayerMerger.Merge(s.Files, bag)).ToArray();
        if (bag.HasErrors) return null;
        var bound = RuleBinder.Bind(Vocabulary, merged, bag);
        return bag.HasErrors ? null : _plans.GetOrAdd(key, new Plan(bound));
    }

    private int IndexOf(RuleFile overlay)
    {
        for (var i = 0; i < _overlays.Count; i++)
            if (ReferenceEquals(_overlays[i], overlay)) return i;
        return -1;
    }
}
