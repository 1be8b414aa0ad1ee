using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.RuleSets;

/// <summary>How sure an item is.</summary>
public enum RuleStatus
{
    /// <summary>Read in the text that is cited.</summary>
    Verified,

    /// <summary>Seen in another carrier, not in the instrument.</summary>
    SecondHand,

    /// <summary>Our reading where the text is silent or open.</summary>
    Interpretation,

    /// <summary>What an office does, not what a text says.</summary>
    ObservedPractice,

    /// <summary>Assumed for the sake of a question: an overlay.</summary>
    Assumed,
}

/// <summary>An instrument that rules cite.</summary>
/// <param name="Key">Its name inside the file.</param>
/// <param name="Number">Its number, such as 京民社救发〔2018〕445号; null when none is known.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issuer">Who issued it; null when not stated.</param>
/// <param name="Text">The file name of the text that was read; null when only a dossier line speaks of it.</param>
/// <param name="Dossier">The line of a dossier that attests it; null when the text was read.</param>
/// <param name="Recalled">Which of its particulars no text that we hold prints.</param>
internal sealed record SourceDocument(string Key, string? Number, LocalText Title, string? Issuer, string? Text, string? Dossier, IReadOnlyList<string> Recalled)
{
    /// <summary>How the instrument is named before an article: by number, else by title.</summary>
    public string ShortName => Number ?? $"《{Title.Zh}》";

    /// <summary>What it says of back pay; null where it is silent, and then nothing is owed because of it.</summary>
    public ArrearsClause? Arrears { get; init; }
}

/// <summary>A notice's clause about the difference for months that lie before it became known (补发).</summary>
/// <param name="OnRollIn">The month in which a household must be on the roll; null where any month will do.</param>
/// <param name="Benefits">The payments it speaks of; empty means all but <paramref name="Except"/>.</param>
/// <param name="Except">The payments it leaves out.</param>
/// <param name="GrantedMonthsOnly">Whether only months count in which the roll shows the household.</param>
/// <param name="Article">The article, without the instrument.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="Note">Why it is read so; null when it needs no word.</param>
/// <param name="NamesLocation">Where it names payments.</param>
internal sealed record ArrearsClause(YearMonth? OnRollIn, IReadOnlyList<string> Benefits, IReadOnlyList<string> Except, bool GrantedMonthsOnly, string Article, RuleStatus Status, LocalText? Note, Location NamesLocation)
{
    public bool SpeaksOf(string benefit) => Benefits.Count == 0 ? !Except.Contains(benefit) : Benefits.Contains(benefit);
}

/// <summary>An article of an instrument.</summary>
internal sealed record Citation(SourceDocument Source, string Article)
{
    public override string ToString() => Article.Length == 0 ? Source.ShortName : $"{Source.ShortName} {Article}";
}

/// <summary>A sentence with expressions between braces: texts and formulas in turn.</summary>
internal sealed record Template(IReadOnlyList<TemplatePart> Parts);

/// <summary>A piece of text, or an expression whose value stands there; exactly one is given.</summary>
internal sealed record TemplatePart(string? Text, Formula? Expression);

/// <summary>A sentence in both languages.</summary>
internal sealed record LocalTemplate(Template Zh, Template En);

/// <summary>A reading of ours that matters when <paramref name="When"/> holds for an instance.</summary>
internal sealed record InterpretationDefinition(string Name, Formula When, LocalText Note, IReadOnlyList<Citation> Cites);

/// <summary>A newer or higher text that says otherwise.</summary>
internal sealed record Conflict(Citation Cite, LocalText Note);

/// <summary>What every named item of a rule file has.</summary>
internal abstract record ItemDefinition
{
    public required string Name { get; init; }

    /// <summary>Where the name stands.</summary>
    public required Location Location { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>The entity it is computed for; null means the root.</summary>
    public string? Per { get; init; }

    public Location PerLocation { get; init; }

    public IReadOnlyList<Citation> Cites { get; init; } = [];

    public RuleStatus Status { get; init; }

    public LocalText? Note { get; init; }

    public IReadOnlyList<InterpretationDefinition> Interpretations { get; init; } = [];

    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    public bool Override { get; init; }
}

/// <summary>A value computed by a formula or a table; exactly one of the two is given.</summary>
internal sealed record DerivedDefinition : ItemDefinition
{
    public string? Unit { get; init; }

    public Formula? Formula { get; init; }

    public TableDefinition? Table { get; init; }
}

/// <summary>A condition with a sentence for either outcome.</summary>
internal sealed record CriterionDefinition : ItemDefinition
{
    public required Formula Formula { get; init; }

    public required LocalTemplate Met { get; init; }

    public required LocalTemplate NotMet { get; init; }
}

/// <summary>A path into a benefit.</summary>
internal sealed record RouteDefinition : ItemDefinition
{
    public required Formula When { get; init; }

    /// <summary>The persons a household route covers; null means all.</summary>
    public Formula? Covers { get; init; }

    /// <summary>The class that the household (or the person) has by this route; null when the programme has none.</summary>
    public string? Class { get; init; }
}

/// <summary>A payment.</summary>
internal sealed record BenefitDefinition : ItemDefinition
{
    public required string Payer { get; init; }

    /// <summary>Whether it is credited to an account that cannot be drawn in cash.</summary>
    public bool ToAccount { get; init; }

    public Formula? When { get; init; }

    public Formula? Amount { get; init; }

    public TableDefinition? Table { get; init; }

    public Rounding? Rounding { get; init; }
}

/// <summary>The rounding clause of a benefit.</summary>
internal sealed record Rounding(RoundingMode Mode, Number To, RuleStatus Status, LocalText? Note, IReadOnlyList<Citation> Cites);

/// <summary>How many rows of a table may match.</summary>
internal enum HitPolicy
{
    Unique,
    First,
    CollectSum,
}

/// <summary>A decision table: the last column is the result, the others are conditions on their headers.</summary>
internal sealed record TableDefinition(HitPolicy Hit, IReadOnlyList<Formula> Inputs, string Output, IReadOnlyList<TableRow> Rows, Location Location);

/// <summary>A row: unary tests for each input, and the result.</summary>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, Formula Output, SourceFragment Line);

/// <summary>The tests of a cell; a dash alone holds for every value.</summary>
internal sealed record TableCell(SourceFragment Fragment, ExpressionSyntax Tests)
{
    public bool IsDash => Tests is UnaryTestsSyntax { Tests.Count: 0 };
}

/// <summary>Something with a start, perhaps an end, and a day on which it became known.</summary>
internal interface ITimed
{
    LocalDate From { get; }

    /// <summary>The last day; null when it holds until the next one.</summary>
    LocalDate? To { get; }

    /// <summary>The day it was published; null when not known, which makes it visible at any known-at.</summary>
    LocalDate? Published { get; }

    bool Withdrawn { get; }

    /// <summary>Whether it only ends its predecessor: a value that is recalled, not read.</summary>
    bool HoldsNothing { get; }
}

/// <summary>A value of a parameter for one combination of keys.</summary>
internal sealed record ParameterValue : ITimed
{
    public required LocalDate From { get; init; }

    public LocalDate? To { get; init; }

    public LocalDate? Published { get; init; }

    public bool Withdrawn { get; init; }

    public bool HoldsNothing { get; init; }

    /// <summary>The value; null for an entry that holds none.</summary>
    public Value Value { get; init; } = Value.Null;

    /// <summary>The combination of keys, as <c>ResolvedParameter.KeyOf</c> spells it; empty for a plain parameter.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where each of the keys stands.</summary>
    public IReadOnlyList<Location> KeyLocations { get; init; } = [];

    public LocalDate? AttestedThrough { get; init; }

    public RuleStatus Status { get; init; }

    public LocalText? Note { get; init; }

    public IReadOnlyList<Citation> Cites { get; init; } = [];

    public required Location Location { get; init; }

    /// <summary>Where its start is written.</summary>
    public Location FromLocation { get; init; }
}

/// <summary>A figure that law sets and changes. A layer below may give name and values only.</summary>
internal sealed record ParameterDefinition : ItemDefinition
{
    public string? Unit { get; init; }

    public required FeelType Type { get; init; }

    public IReadOnlyList<string> By { get; init; } = [];

    public Formula? Floor { get; init; }

    public IReadOnlyList<ParameterValue> Values { get; init; } = [];

    /// <summary>Whether it only binds values to what it inherits.</summary>
    public bool OnlyValues { get; init; }
}

/// <summary>Whether a programme has anything to do with a household, and the one line said when it has not.</summary>
internal sealed record AppliesDefinition(Formula When, LocalTemplate Otherwise, IReadOnlyList<Citation> Cites, Location Location);

/// <summary>A programme that cannot be drawn together with this one.</summary>
internal sealed record ExclusionDefinition(string Programme, bool OfPerson, IReadOnlyList<Citation> Cites, Location Location);

/// <summary>A named thing with a label: a class, a payer.</summary>
internal sealed record LabelledName(string Name, LocalText Label, Location Location);

/// <summary>An amount that no text states.</summary>
internal sealed record NotStatedDefinition(string Name, LocalText Note, IReadOnlyList<Citation> Cites, Location Location);

/// <summary>A step of the procedure with its limit.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Label">Its official name.</param>
/// <param name="Limit">Days; null when no text states a limit.</param>
/// <param name="WorkingDays">Whether the days are working days.</param>
/// <param name="After">What the days count from: acceptance, or the name of another step; null when no text says.</param>
/// <param name="Kind">The kind of authority for which it holds: own, delegated, entrusted; null for every kind.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Cites">The articles.</param>
internal sealed record StepDefinition(string Name, LocalText Label, int? Limit, bool WorkingDays, string? After, string? Kind, Location Location, IReadOnlyList<Citation> Cites)
{
    /// <summary>What a limit counts from when it counts from the day on which the application was accepted.</summary>
    public const string Acceptance = "acceptance";
}

/// <summary>Before which decisions the views of those concerned must be heard (听取意见).</summary>
internal sealed record HearingDefinition(bool BeforeReduction, bool BeforeTermination, LocalText? Note, IReadOnlyList<Citation> Cites);

/// <summary>Whether authority may be delegated further down: a layer can demand that one above the delegating place permits it, or permit it.</summary>
internal sealed record DelegationDefinition(bool NeedsPermission, bool IsPermitted, LocalText? Note, IReadOnlyList<Citation> Cites);

/// <summary>Who confirms, how the procedure runs, and what one who disagrees may do. A layer that says nothing of a part leaves that part to the layers below it.</summary>
internal sealed record ProcedureDefinition(string? Level, string? Kind, IReadOnlyList<Citation> ConfirmedByCites, IReadOnlyList<StepDefinition> Steps,
    IReadOnlyList<(LocalText Text, IReadOnlyList<Citation> Cites)> Notes, (LocalText Text, IReadOnlyList<Citation> Cites)? Remedy, HearingDefinition? Hearing, DelegationDefinition? Delegation);

/// <summary>Which day of a month decides when something changes inside it.</summary>
internal enum MonthBasis
{
    /// <summary>Not stated: a change inside a month is an error.</summary>
    NotStated,

    First,
    Last,
    Split,
}

/// <summary>An inherited item that a layer drops.</summary>
internal sealed record Removal(string Name, IReadOnlyList<Citation> Cites, Location Location);

/// <summary>That somebody compared the file with its texts. Says nothing of what an item decides.</summary>
/// <param name="By">In which role, never a name.</param>
/// <param name="On">The day.</param>
/// <param name="Against">The articles that were read; an instrument without an article means the whole of it.</param>
/// <param name="Note">What the review found or left; null when it needs no word.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record Review(LocalText By, LocalDate On, IReadOnlyList<Citation> Against, LocalText? Note, Location Location);

/// <summary>One file: one version of one programme in one place, or a fragment laid on top.</summary>
internal sealed record RuleFile : ITimed
{
    public required SourceText Source { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required LocalText Title { get; init; }

    public LocalDate From { get; init; }

    public LocalDate? To { get; init; }

    public LocalDate? Published { get; init; }

    public bool Withdrawn { get; init; }

    public bool HoldsNothing => false;

    public bool IsOverlay { get; init; }

    /// <summary>The name of an overlay.</summary>
    public string? OverlayName { get; init; }

    /// <summary>The place on whose rules it builds; null when on none.</summary>
    public string? Extends { get; init; }

    /// <summary>The start of the version of the same place on which it builds; null when on none.</summary>
    public LocalDate? Amends { get; init; }

    /// <summary>Where it says on what it builds.</summary>
    public Location BuildsOnLocation { get; init; }

    public Location JurisdictionLocation { get; init; }

    public MonthBasis MonthBasis { get; init; }

    /// <summary>Until when a text shows the file to be current; null when that is not limited.</summary>
    public LocalDate? CurrentThrough { get; init; }

    public LocalText? CurrencyNote { get; init; }

    /// <summary>In the order of their days; empty where nobody compared the file with its texts after it was written.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    public IReadOnlyDictionary<string, SourceDocument> Sources { get; init; } = new Dictionary<string, SourceDocument>();

    public IReadOnlyList<Removal> Removals { get; init; } = [];

    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    public IReadOnlyList<DerivedDefinition> Derived { get; init; } = [];

    public AppliesDefinition? Applies { get; init; }

    public IReadOnlyList<CriterionDefinition> Criteria { get; init; } = [];

    public IReadOnlyList<RouteDefinition> Routes { get; init; } = [];

    public IReadOnlyList<LabelledName> Classes { get; init; } = [];

    public IReadOnlyList<LabelledName> Payers { get; init; } = [];

    public IReadOnlyList<ExclusionDefinition> Exclusions { get; init; } = [];

    public IReadOnlyList<BenefitDefinition> Benefits { get; init; } = [];

    public IReadOnlyList<NotStatedDefinition> NotStated { get; init; } = [];

    public ProcedureDefinition? Procedure { get; init; }

    /// <summary>The file's own name for itself: place, programme and start.</summary>
    public string Id => $"{Jurisdiction}/{Programme}/{FeelDate.Format(From)}";

    /// <summary>Every item with a name, parameters included.</summary>
    public IEnumerable<ItemDefinition> Items => [.. Parameters, .. Derived, .. Criteria, .. Routes, .. Benefits];

    // A file is an object of its own; comparing contents would be long and is never meant.
    public bool Equals(RuleFile? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Source.Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Source.Name;
}
