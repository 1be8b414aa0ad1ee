using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Vocabulary;
using Eligibility.Values;

namespace Eligibility.RuleSets;

/// <summary>Reads a rule file or an overlay into definitions. Names, types and layers are checked later, when it is known what lies below.</summary>
internal sealed partial class RuleFileReader
{
    private static readonly string[] Statuses = ["verified", "secondHand", "interpretation", "observedPractice", "assumed"];
    private static readonly string[] Bases = ["first", "last", "split"];

    private readonly MapReader _file;
    private readonly Citations _citations;
    private readonly bool _overlay;

    private RuleFileReader(MapReader file, bool overlay)
    {
        _file = file;
        _overlay = overlay;
        Sources = Citations.ReadSources(file, overlay);
        _citations = new Citations(Sources);
    }

    private IReadOnlyDictionary<string, SourceDocument> Sources { get; }

    private DiagnosticBag Bag => _file.Bag;

    /// <summary>Reads a file; null when not even its head can be read.</summary>
    public static RuleFile? Read(YamlNode? root, SourceText source, bool overlay, string? overlayName, DiagnosticBag bag)
    {
        if (root is null) return null;
        if (root is not YamlMap map)
        {
            bag.WrongShape(source.At(default), new LocalText("规则文件（键: 值）", "a rule file (key: value)"));
            return null;
        }
        return new RuleFileReader(new MapReader(map, bag), overlay).Read(source, overlayName);
    }

    private RuleFile? Read(SourceText source, string? overlayName)
    {
        var programme = _file.Text("programme", required: true);
        var jurisdiction = _file.Text("jurisdiction", required: true);
        var title = _file.Local("title", required: !_overlay);
        var inForce = _file.Submap("inForce", required: !_overlay);
        var from = inForce?.Date("from", required: true);
        var to = inForce?.Date("to");
        inForce?.Finish();
        if (!_overlay && !_file.Has("published")) Bag.MissingKey(_file.KeyLocation("published"), "published");
        var currency = _file.Submap("currency");
        var file = new RuleFile
        {
            Source = source,
            Programme = programme ?? "",
            Jurisdiction = jurisdiction ?? "",
            Title = title ?? LocalText.Same(programme ?? ""),
            From = from ?? default,
            To = to,
            Published = _file.Published("published"),
            Withdrawn = _file.Flag("withdrawn"),
            IsOverlay = _overlay,
            OverlayName = overlayName,
            Extends = _file.Text("extends"),
            Amends = _file.Date("amends"),
            BuildsOnLocation = _file.ValueLocation(_file.Has("amends") ? "amends" : "extends"),
            JurisdictionLocation = _file.ValueLocation("jurisdiction"),
            MonthBasis = _file.Choice("monthBasis", Bases) switch { "first" => MonthBasis.First, "last" => MonthBasis.Last, "split" => MonthBasis.Split, _ => MonthBasis.NotStated },
            CurrentThrough = currency?.Date("verifiedThrough", required: true),
            CurrencyNote = currency?.Local("note", required: true),
            Reviews = [.. _file.Maps("reviewed").Select(ReadReview).OfType<Review>().OrderBy(r => r.On)],
            Sources = Sources,
            Removals = [.. _file.Maps("remove").Select(ReadRemoval)],
            Parameters = [.. _file.Maps("parameters").Select(ReadParameter).OfType<ParameterDefinition>()],
            Derived = [.. _file.Maps("derived").Select(ReadDerived).OfType<DerivedDefinition>()],
            Applies = ReadApplies(),
            Criteria = [.. _file.Maps("criteria").Select(ReadCriterion).OfType<CriterionDefinition>()],
            Routes = [.. _file.Maps("routes").Select(ReadRoute).OfType<RouteDefinition>()],
            Classes = ReadLabels("classes"),
            Payers = ReadLabels("payers"),
            Exclusions = [.. _file.Maps("excludes").Select(ReadExclusion).OfType<ExclusionDefinition>()],
            Benefits = [.. _file.Maps("benefits").Select(ReadBenefit).OfType<BenefitDefinition>()],
            NotStated = [.. _file.Maps("notStated").Select(ReadNotStated)],
            Procedure = ReadProcedure(),
        };
        currency?.Finish();
        _file.Finish();
        CheckNames(file);
        return programme is null || jurisdiction is null || (from is null && !_overlay) ? null : file;
    }

    /// <summary>A name stands for one thing in a file; routes have a name space of their own, because a route is often called what it covers.</summary>
    private void CheckNames(RuleFile file)
    {
        Check(file.Items.Where(i => i is not RouteDefinition));
        Check(file.Routes);

        void Check(IEnumerable<ItemDefinition> items)
        {
            var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
            foreach (var item in items)
                if (!seen.TryAdd(item.Name, item.Location)) Bag.DuplicateItem(item.Location, item.Name, seen[item.Name]);
        }
    }

    private Review? ReadReview(MapReader m)
    {
        var (by, on, note) = (m.Local("by", required: true), m.Date("on", required: true), m.Local("note"));
        if (!m.Has("against")) Bag.MissingKey(m.KeyLocation("against"), "against");
        var against = _citations.Read(m, "against");
        m.Finish();
        return by is null || on is null ? null : new Review(by, on.Value, against, note, m.ValueLocation("on"));
    }

    private Removal ReadRemoval(MapReader m)
    {
        var removal = new Removal(m.Text("name", required: true) ?? "", Cited(m, m.Text("name") ?? ""), m.KeyLocation("name"));
        m.Finish();
        return removal;
    }

    private IReadOnlyList<LabelledName> ReadLabels(string key) => [.. _file.Maps(key).Select(m =>
    {
        var name = new LabelledName(m.Text("name", required: true) ?? "", m.Local("label", required: true) ?? LocalText.Same(""), m.KeyLocation("name"));
        m.Finish();
        return name;
    })];

    private AppliesDefinition? ReadApplies()
    {
        if (_file.Submap("applies") is not { } m) return null;
        var when = m.Formula("when", required: true);
        var otherwise = TemplateReader.Read(m, "otherwise");
        var cites = Cited(m, "applies");
        m.Finish();
        return when is null || otherwise is null ? null : new AppliesDefinition(when, otherwise, cites, m.KeyLocation("when"));
    }

    private ExclusionDefinition? ReadExclusion(MapReader m)
    {
        var programme = m.Text("programme", required: true);
        var of = m.Choice("of", ["household", "member"], required: true);
        var cites = Cited(m, programme ?? "");
        m.Finish();
        return programme is null || of is null ? null : new ExclusionDefinition(programme, of != "household", cites, m.KeyLocation("programme"));
    }

    private NotStatedDefinition ReadNotStated(MapReader m)
    {
        var name = m.Text("name", required: true) ?? "";
        var result = new NotStatedDefinition(name, m.Local("note", required: true) ?? LocalText.Same(""), Cited(m, name), m.KeyLocation("name"));
        m.Finish();
        return result;
    }

    /// <summary>The citations of an item, which must have some unless it is an overlay.</summary>
    private IReadOnlyList<Citation> Cited(MapReader m, string name)
    {
        var cites = _citations.Read(m);
        if (cites.Count == 0 && !_overlay && !m.Has("cite")) Bag.NotCited(m.KeyLocation("name"), name);
        return cites;
    }

    private RuleStatus ReadStatus(MapReader m, LocalText? note)
    {
        var text = m.Choice("status", Statuses);
        if (text is not null and not "verified" && note is null) Bag.StatusNeedsNote(m.KeyLocation("status"), text);
        if (_overlay) return RuleStatus.Assumed;
        return text is null ? RuleStatus.Verified : (RuleStatus)Array.IndexOf(Statuses, text);
    }
}
