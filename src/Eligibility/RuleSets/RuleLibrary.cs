using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.RuleSets;

/// <summary>The rules of one programme for a place and month: its layers, and why nothing is in force when that is so.</summary>
/// <param name="Programme">The programme's key.</param>
/// <param name="Files">The layers, lowest first; where nothing is in force, those of the nearest version, so that what other programmes ask of it has a type.</param>
/// <param name="Gap">Why no version is in force; null when one is.</param>
internal sealed record ResolvedStack(string Programme, IReadOnlyList<RuleFile> Files, Missing? Gap);

/// <summary>The days of a month that count: all of it, or one.</summary>
internal readonly record struct DaySpan(LocalDate First, LocalDate Last)
{
    public DaySpan(YearMonth month)
        : this(month.OnDayOfMonth(1), month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month)))
    {
    }
}

/// <summary>All rule files, the vocabulary and the places. Immutable.</summary>
internal sealed class RuleLibrary(Vocabulary.Vocabulary vocabulary, Jurisdictions jurisdictions, IReadOnlyList<RuleFile> files, IReadOnlyList<RuleFile> overlays)
{
    private readonly ILookup<(string, string), RuleFile> _byPlace = files.ToLookup(f => (f.Jurisdiction, f.Programme));

    public Vocabulary.Vocabulary Vocabulary { get; } = vocabulary;

    public Jurisdictions Jurisdictions { get; } = jurisdictions;

    public IReadOnlyList<RuleFile> Files { get; } = files;

    public IReadOnlyList<RuleFile> Overlays { get; } = overlays;

    /// <summary>The file that registers the articles of the instruments; null when there is none.</summary>
    public RuleSourceFile? ArticlesFile { get; private init; }

    /// <summary>The texts of the vocabulary and of the list of places.</summary>
    public IReadOnlyList<SourceText> Common { get; private init; } = [];

    /// <summary>The official calendars, by which working days are counted.</summary>
    public WorkCalendar Calendar { get; private init; } = WorkCalendar.None;

    /// <summary>Every programme that some place has rules for.</summary>
    public IReadOnlyList<string> Programmes { get; } = [.. files.Select(f => f.Programme).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The first day on which anything was published; null when every day of publication is unknown.</summary>
    public LocalDate? FirstPublished => Files.Select(f => f.Published).Where(d => d is not null).Min();

    /// <summary>Every version of a programme in a place.</summary>
    public IEnumerable<RuleFile> FilesOf(string place, string programme) => _byPlace[(place, programme)];

    /// <summary>Reads a directory of rules.</summary>
    public static RuleLibrary? Load(IReadOnlyList<RuleSourceFile> sources, DiagnosticBag bag)
    {
        var vocabularyFile = sources.FirstOrDefault(s => s.Name == "vocabulary.yaml");
        var placesFile = sources.FirstOrDefault(s => s.Name == "jurisdictions.yaml");
        if (vocabularyFile is null) bag.NoDirectory(null, "vocabulary.yaml");
        if (placesFile is null) bag.NoDirectory(null, "jurisdictions.yaml");
        if (vocabularyFile is null || placesFile is null) return null;
        var vocabulary = VocabularyLoader.Load(vocabularyFile.Name, vocabularyFile.Bytes, bag);
        var places = JurisdictionsLoader.Load(placesFile.Name, placesFile.Bytes, bag);
        var files = new List<RuleFile>();
        var overlays = new List<RuleFile>();
        foreach (var s in sources.Where(s => s.Kind is RuleSourceKind.Rules or RuleSourceKind.Overlay))
        {
            var overlay = s.Kind == RuleSourceKind.Overlay;
            var root = YamlReader.Read(s.Name, s.Bytes, bag);
            var source = root?.Location.Source ?? new SourceText(s.Name, "");
            if (RuleFileReader.Read(root, source, overlay, overlay ? Path.GetFileNameWithoutExtension(s.Name) : null, bag) is not { } file) continue;
            CheckPlace(file, places, bag);
            (overlay ? overlays : files).Add(file);
        }
        var years = new List<CalendarYear>();
        foreach (var s in sources.Where(s => s.Kind == RuleSourceKind.Calendar))
        {
            var root = YamlReader.Read(s.Name, s.Bytes, bag);
            if (WorkCalendar.Read(root, root?.Location.Source ?? new SourceText(s.Name, ""), bag) is { } year) years.Add(year);
        }
        if (vocabulary is null || places is null) return null;
        var library = new RuleLibrary(vocabulary, places, files, overlays) 
        {
            Calendar = new WorkCalendar([.. years.DistinctBy(y => y.Year)]), Common = [TextOf(vocabularyFile), TextOf(placesFile)],
            ArticlesFile = sources.FirstOrDefault(s => s.Kind == RuleSourceKind.Articles),
        };
        library.CheckStarts(bag);
        return library;
    }

    /// <summary>The rules of some programmes only, with one file in the place of another where that is asked for.</summary>
    public RuleLibrary Excerpt(IReadOnlySet<string> programmes, RuleFile? replaced = null, RuleFile? by = null) =>
        new(Vocabulary, Jurisdictions, [.. Files.Where(f => programmes.Contains(f.Programme)).Select(f => f == replaced ? by! : f)], [.. Overlays.Where(f => programmes.Contains(f.Programme))])
        {
            Calendar = Calendar, Common = Common,
        };

    private static SourceText TextOf(RuleSourceFile file) => new(file.Name, System.Text.Encoding.UTF8.GetString(file.Bytes));

    private static void CheckPlace(RuleFile file, Jurisdictions? places, DiagnosticBag bag)
    {
        var start = file.Source.At(new TextSpan(0, 0));
        if (places is not null && places.Find(file.Jurisdiction) is null)
            bag.UnknownJurisdiction(file.JurisdictionLocation, file.Jurisdiction, NearestName.Find(file.Jurisdiction, places.All.Select(j => j.Code)));
        var expected = file.IsOverlay ? $"{file.Jurisdiction}/{file.Programme}/overlays/{file.OverlayName}.yaml" : $"{file.Id}.yaml";
        if (file.Source.Name != expected) bag.WrongPlace(start, expected);
    }

    private void CheckStarts(DiagnosticBag bag)
    {
        foreach (var group in Files.GroupBy(f => (f.Jurisdiction, f.Programme, f.From, f.Published)).Where(g => g.Count() > 1))
            foreach (var f in group.Skip(1)) bag.SameStartTwice(f.Source.At(default), f.Id, group.First().Source.At(default));
    }

    /// <summary>The programmes of a place in a month, each with its layers.</summary>
    public IReadOnlyList<ResolvedStack> Resolve(string place, YearMonth month, LocalDate knownAt, IReadOnlyList<RuleFile> overlays, DiagnosticBag bag) =>
        Resolve(place, new DaySpan(month), knownAt, overlays, bag);

    /// <summary>The programmes of a place on the days that count.</summary>
    public IReadOnlyList<ResolvedStack> Resolve(string place, DaySpan month, LocalDate knownAt, IReadOnlyList<RuleFile> overlays, DiagnosticBag bag, IReadOnlySet<string>? only = null)
    {
        var chain = Jurisdictions.Chain(place).Select(j => j.Code).ToArray();
        var stacks = new List<ResolvedStack>();
        foreach (var programme in Programmes)
        {
            if (only?.Contains(programme) == false) continue;
            if (chain.FirstOrDefault(c => _byPlace.Contains((c, programme))) is not { } nearest) continue;
            var stack = Resolve(programme, nearest, month, knownAt, bag);
            // A fragment is laid on the layer it names, or between the place and its nearest layer; not on rules that build on something else.
            var below = chain.TakeWhile(c => c != nearest).ToArray();
            var own = overlays.Where(o => o.Programme == programme && (below.Contains(o.Jurisdiction) || stack.Files.Any(f => f.Jurisdiction == o.Jurisdiction))).ToArray();
            stacks.Add(own.Length == 0 ? stack : stack with { Files = [.. stack.Files, .. own] });
        }
        return stacks;
    }

    /// <summary>Whether a place has a programme only from a place above it, and every version there begins after the month: it does not exist yet.</summary>
    public bool BeginsLaterAbove(string place, string programme, YearMonth month)
    {
        var last = month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month));
        var nearest = Jurisdictions.Chain(place).Select(j => j.Code).FirstOrDefault(c => _byPlace.Contains((c, programme)));
        return nearest is not null && nearest != place && _byPlace[(nearest, programme)].All(f => f.From > last);
    }

    private ResolvedStack Resolve(string programme, string place, DaySpan month, LocalDate knownAt, DiagnosticBag bag)
    {
        var (file, gap, nearest) = VersionOf(programme, place, month, knownAt);
        var layers = new List<RuleFile>();
        if (file is not null) gap = AddLayers(file, layers, month, knownAt, bag);
        else if (nearest is not null) AddLayers(nearest, layers, MonthInside(nearest), knownAt, bag);
        return new ResolvedStack(programme, layers, gap);
    }

    /// <summary>Adds a file behind everything it builds on; gives back a gap in what it extends.</summary>
    private Missing? AddLayers(RuleFile file, List<RuleFile> layers, DaySpan month, LocalDate knownAt, DiagnosticBag bag)
    {
        Missing? gap = null;
        if (layers.Contains(file)) return null;
        if (file.Amends is { } date)
        {
            var amended = _byPlace[(file.Jurisdiction, file.Programme)].Where(f => f.From == date && f != file).OrderByDescending(f => f.Published).FirstOrDefault();
            if (amended is null) bag.AmendsNothing(file.BuildsOnLocation, FeelDate.Format(date));
            else gap = AddLayers(amended, layers, month, knownAt, bag);
        }
        else if (file.Extends is { } place)
        {
            if (!_byPlace.Contains((place, file.Programme)))
            {
                bag.ExtendsNothing(file.BuildsOnLocation, place, file.Programme);
            }
            else
            {
                var (lower, missing, nearest) = VersionOf(file.Programme, place, month, knownAt);
                if (lower is not null) gap = AddLayers(lower, layers, month, knownAt, bag);
                else if (nearest is not null) (gap, _) = (missing, AddLayers(nearest, layers, MonthInside(nearest), knownAt, bag));
            }
        }
        layers.Add(file);
        return gap;
    }

    /// <summary>A month that a version governs: what stands in for it elsewhere lies on what it lay on then, and so fits it.</summary>
    private static DaySpan MonthInside(RuleFile file) =>
        new(file.From.Day == 1 || file.To?.ToYearMonth() == file.From.ToYearMonth() ? file.From.ToYearMonth() : file.From.PlusMonths(1).ToYearMonth());

    private (RuleFile? File, Missing? Gap, RuleFile? Nearest) VersionOf(string programme, string place, DaySpan month, LocalDate knownAt)
    {
        var files = _byPlace[(place, programme)];
        var (first, last) = (month.First, month.Last);
        var (atFirst, atLast) = (Timeline.Resolve(files, first, knownAt), Timeline.Resolve(files, last, knownAt));
        var found = atFirst;
        if (atFirst.Entry != atLast.Entry)
        {
            switch ((atLast.Entry ?? atFirst.Entry)!.MonthBasis)
            {
                case MonthBasis.First: break;
                case MonthBasis.Last: found = atLast; break;
                default: return (null, Gaps.ChangesInside(programme, first.ToYearMonth(), files.First().Title), atLast.Entry ?? atFirst.Entry);
            }
        }
        if (found.Entry is { } entry) return (entry, null, null);
        var nearest = found.Before ?? found.After ?? files.OrderBy(f => f.From).First();
        return (null, Gaps.OfVersion(programme, nearest.Title, found), nearest);
    }
}

/// <summary>What kind of file a source is.</summary>
internal enum RuleSourceKind
{
    Vocabulary,
    Places,
    Rules,
    Overlay,
    Scenarios,
    Calendar,
    Articles,
    Survivors,
}

/// <summary>A file of a rules directory: its name relative to the directory, with forward slashes, and its bytes.</summary>
internal sealed record RuleSourceFile(string Name, byte[] Bytes, RuleSourceKind Kind);
