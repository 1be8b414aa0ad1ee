using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>What an item of the bound rules is.</summary>
internal enum ItemKind
{
    /// <summary>A value with a formula.</summary>
    Derived,

    /// <summary>A condition with sentences.</summary>
    Criterion,

    /// <summary>Whether the programme has anything to do with the household.</summary>
    Applies,

    /// <summary>Applies, and no programme that excludes it is drawn by the household.</summary>
    Admissible,

    /// <summary>Whether the condition of a route holds.</summary>
    RouteTest,

    /// <summary>The persons a household route covers.</summary>
    RouteCovers,

    /// <summary>The name of the household route that wins, "" when none.</summary>
    Route,

    /// <summary>The name of the route by which a person is covered, "" when none.</summary>
    PersonRoute,

    /// <summary>Whether a person is covered by these rules.</summary>
    Entitled,

    /// <summary>Whether a person is on the roll, or would be if it were approved: what other programmes read.</summary>
    OnRoll,

    /// <summary>Whether anybody is covered.</summary>
    Eligible,

    /// <summary>Whether anybody is on the roll.</summary>
    AnyOnRoll,

    /// <summary>A payment before its rounding clause.</summary>
    ExactAmount,

    /// <summary>A payment.</summary>
    Benefit,

    /// <summary>The sum of the payments.</summary>
    Payable,

    /// <summary>Whether a reading of ours matters.</summary>
    Interpretation,
}

/// <summary>One value that the bound rules compute for every instance of an entity.</summary>
internal sealed class RuleItem : ItemSymbol
{
    private readonly Func<RuleItem, FeelType>? _bind;
    private FeelType? _type;
    private bool _isBeingBound;

    public RuleItem(ProgrammeRules owner, ItemKind kind, string name, EntityDeclaration entity, LocalText label, RuleFile file, ItemDefinition? definition,
        FeelType? type, Func<RuleItem, FeelType>? bind)
    {
        Owner = owner;
        Kind = kind;
        Name = name;
        Entity = entity;
        Label = label;
        File = file;
        Definition = definition;
        _type = type;
        _bind = bind;
    }

    public ProgrammeRules Owner { get; }

    public ItemKind Kind { get; }

    /// <summary>The file, and so the layer, it comes from.</summary>
    public RuleFile File { get; }

    /// <summary>What was written; null for what the engine makes.</summary>
    public ItemDefinition? Definition { get; }

    /// <summary>The item that this one belongs to: of an interpretation, of an exact amount.</summary>
    public RuleItem? Of { get; init; }

    /// <summary>The reading, of an interpretation.</summary>
    public InterpretationDefinition? Reading { get; init; }

    /// <summary>Set by binding; an error node when binding failed.</summary>
    public BoundExpression Bound { get; set; } = new BoundError(default);

    public int Slots { get; set; } = 1;

    /// <summary>The text that <see cref="Bound"/> spans refer to; null for what the engine makes.</summary>
    public SourceFragment? Written { get; set; }

    public BoundTemplate? Met { get; set; }

    public BoundTemplate? NotMet { get; set; }

    public override string Programme => Owner.Programme;

    public override string Name { get; }

    public override LocalText Label { get; }

    public override string? Unit => (Definition as DerivedDefinition)?.Unit ?? (Kind is ItemKind.Benefit or ItemKind.ExactAmount or ItemKind.Payable ? "CNY/month" : null);

    public override EntityDeclaration Entity { get; }

    public override FeelType Type
    {
        get
        {
            if (_type is not null) return _type;
            if (_isBeingBound)
            {
                // What is being bound needs itself.
                Owner.Chain.Closes(this);
                return FeelType.Error;
            }
            _isBeingBound = true;
            return _type = Owner.Chain.Bind(this, _bind!);
        }
    }

    /// <summary>Whether formulas of rule files can name it.</summary>
    public bool IsNamed => Name[0] != '#';
}

/// <summary>A sentence whose expressions are bound.</summary>
internal sealed record BoundTemplate(IReadOnlyList<BoundTemplatePart> Zh, IReadOnlyList<BoundTemplatePart> En, int Slots)
{
    public IReadOnlyList<BoundTemplatePart> In(Language language) => language == Language.Chinese ? Zh : En;
}

/// <summary>A piece of text or an expression; exactly one is given.</summary>
internal sealed record BoundTemplatePart(string? Text, BoundExpression? Expression);

/// <summary>A parameter of the bound rules with its series.</summary>
internal sealed class RuleParameter(ProgrammeRules owner, Merged<ParameterDefinition> declared, IReadOnlyList<Merged<ParameterValue>> values) : ParameterSymbol
{
    public ProgrammeRules Owner { get; } = owner;

    public ParameterDefinition Definition { get; } = declared.Definition;

    public RuleFile File { get; } = declared.File;

    public IReadOnlyList<Merged<ParameterValue>> Values { get; } = values;

    public override string Programme => Owner.Programme;

    public override string Name => Definition.Name;

    public override LocalText Label => Definition.Label;

    public override string? Unit => Definition.Unit;

    public override FeelType Type => Definition.Type;

    public override IReadOnlyList<string> By => Definition.By;

    public override int? LargestScale { get; } = ScaleOf(values);

    /// <summary>Null when there is no value, or one that does not terminate.</summary>
    private static int? ScaleOf(IReadOnlyList<Merged<ParameterValue>> values)
    {
        int? largest = null;
        foreach (var v in values)
        {
            if (v.Definition.Value.Kind != ValueKind.Number) continue;
            largest = Math.Max(largest ?? 0, v.Definition.Value.Number.Scale ?? int.MaxValue);
        }
        return largest;
    }
}
