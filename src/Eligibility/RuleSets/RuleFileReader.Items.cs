using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Vocabulary;
using Eligibility.Values;

namespace Eligibility.RuleSets;

internal sealed partial class RuleFileReader
{
    private static readonly (string Text, RoundingMode Mode)[] Modes =
    [
        ("up", RoundingMode.Up), ("down", RoundingMode.Down), ("half up", RoundingMode.HalfUp), ("half down", RoundingMode.HalfDown), ("half even", RoundingMode.HalfEven),
        ("floor", RoundingMode.Floor), ("ceiling", RoundingMode.Ceiling),
    ];

    /// <summary>Fills in what every item has; the label falls back to the name only where the item inherits one.</summary>
    private T Common<T>(MapReader m, T item, bool labelled = true, bool cited = true)
        where T : ItemDefinition
    {
        var note = m.Local("note");
        var name = item.Name;
        var result = item with
        {
            Label = m.Local("label", required: labelled) ?? LocalText.Same(name),
            Per = m.Text("per"),
            PerLocation = m.Find("per")?.Location ?? item.Location,
            Cites = cited ? Cited(m, name) : _citations.Read(m),
            Note = note,
            Status = ReadStatus(m, note),
            Interpretations = [.. m.Maps("interpretations").Select(ReadInterpretation).OfType<InterpretationDefinition>()],
            Conflicts = [.. m.Maps("conflictsWith").SelectMany(ReadConflict)],
            Override = m.Flag("override"),
        };
        m.Finish();
        return result;
    }

    private InterpretationDefinition? ReadInterpretation(MapReader m)
    {
        var name = m.Text("name", required: true);
        var when = m.Formula("when", required: true);
        var note = m.Local("note", required: true);
        var cites = Cited(m, name ?? "");
        m.Finish();
        return name is null || when is null || note is null ? null : new InterpretationDefinition(name, when, note, cites);
    }

    private IEnumerable<Conflict> ReadConflict(MapReader m)
    {
        var cites = _citations.Read(m);
        var note = m.Local("note", required: true);
        m.Require("cite");
        m.Finish();
        return note is null ? [] : cites.Select(c => new Conflict(c, note));
    }

    private ParameterDefinition? ReadParameter(MapReader m)
    {
        if (m.Text("name", required: true) is not { } name) return null;
        var onlyValues = !m.Has("label");
        var type = m.Choice("type", ["number", "boolean", "string", "date"]) switch
        {
            "boolean" => FeelType.Boolean, "string" => FeelType.String, "date" => FeelType.Date, _ => FeelType.Number,
        };
        var by = m.Names("by");
        var parameter = new ParameterDefinition
        {
            Name = name,
            Label = LocalText.Same(name),
            Location = m.KeyLocation("name"),
            Type = type,
            Unit = m.Text("unit"),
            By = by,
            Floor = m.Formula("floor"),
            OnlyValues = onlyValues,
            Values = [.. m.Maps("values").SelectMany(v => ReadValue(v, name))],
        };
        // A parameter that holds values is cited value by value.
        return Common(m, parameter, labelled: !onlyValues, cited: !onlyValues && !m.Has("values"));
    }

    /// <summary>One entry of a series; with keys, one for each combination it names. Texts are turned into values when the type is known.</summary>
    private List<ParameterValue> ReadValue(MapReader m, string parameter)
    {
        var note = m.Local("note");
        var recalled = m.Flag("recalled");
        var from = m.Date("from", required: true);
        var entry = new ParameterValue
        {
            From = from ?? default,
            To = m.Date("to"),
            Published = m.Published("published"),
            Withdrawn = m.Flag("withdrawn"),
            HoldsNothing = recalled,
            AttestedThrough = m.Date("attestedThrough"),
            Note = note,
            Status = ReadStatus(m, note),
            Cites = recalled ? _citations.Read(m) : Cited(m, parameter),
            Location = m.Find("value")?.Location ?? m.Location,
            FromLocation = m.ValueLocation("from"),
        };
        var value = recalled || entry.Withdrawn ? m.Find("value") : m.Require("value");
        m.Finish();
        if (from is null) return [];
        var leaves = new List<ParameterValue>();
        if (value is null) leaves.Add(entry);
        else Leaves(m, value, "", entry, leaves);
        return leaves;
    }

    private static void Leaves(MapReader m, YamlNode node, string key, ParameterValue entry, List<ParameterValue> leaves)
    {
        if (node is YamlMap map)
        {
            foreach (var e in map.Entries)
                Leaves(m, e.Value, key.Length == 0 ? e.Key.Text : $"{key}, {e.Key.Text}", entry with { KeyLocations = [.. entry.KeyLocations, e.Key.Location] }, leaves);
            return;
        }
        if (m.AsText(node) is { } text) leaves.Add(entry with { Key = key, Value = Value.From(text), Location = node.Location });
    }

    private DerivedDefinition? ReadDerived(MapReader m)
    {
        if (m.Text("name", required: true) is not { } name) return null;
        var (formula, table) = (m.Formula("formula"), TableReader.Read(m));
        if ((formula is null) == (table is null) && !m.Has("table")) Bag.FormulaOrTable(m.KeyLocation("name"), name);
        else if (formula is not null && table is not null) Bag.FormulaOrTable(m.KeyLocation("name"), name);
        var derived = new DerivedDefinition
        {
            Name = name, Label = LocalText.Same(name), Location = m.KeyLocation("name"), Unit = m.Text("unit"), Formula = formula, Table = table,
        };
        derived = Common(m, derived);
        return formula is null && table is null ? null : derived;
    }

    private CriterionDefinition? ReadCriterion(MapReader m)
    {
        if (m.Text("name", required: true) is not { } name) return null;
        var formula = m.Formula("formula", required: true);
        var (met, notMet) = (TemplateReader.Read(m, "met"), TemplateReader.Read(m, "notMet"));
        if (formula is null || met is null || notMet is null)
        {
            Common(m, new RouteDefinition { Name = name, Label = LocalText.Same(name), Location = m.KeyLocation("name"), When = formula! });
            return null;
        }
        return Common(m, new CriterionDefinition { Name = name, Label = LocalText.Same(name), Location = m.KeyLocation("name"), Formula = formula, Met = met, NotMet = notMet });
    }

    private RouteDefinition? ReadRoute(MapReader m)
    {
        if (m.Text("name", required: true) is not { } name) return null;
        var when = m.Formula("when", required: true);
        var route = Common(m, new RouteDefinition
        {
            Name = name, Label = LocalText.Same(name), Location = m.KeyLocation("name"), When = when!, Covers = m.Formula("covers"), Class = m.Text("class"),
        });
        return when is null ? null : route;
    }

    private BenefitDefinition? ReadBenefit(MapReader m)
    {
        if (m.Text("name", required: true) is not { } name) return null;
        var (amount, table) = (m.Formula("amount"), TableReader.Read(m));
        if (amount is null == (table is null) && !(amount is null && m.Has("table"))) Bag.FormulaOrTable(m.KeyLocation("name"), name);
        var payer = m.Text("payer", required: true);
        var benefit = Common(m, new BenefitDefinition
        {
            Name = name,
            Label = LocalText.Same(name),
            Location = m.KeyLocation("name"),
            Payer = payer ?? "",
            ToAccount = m.Choice("form", ["cash", "account"]) == "account",
            When = m.Formula("when"),
            Amount = amount,
            Table = table,
            Rounding = ReadRounding(m),
        });
        return payer is null || (amount is null && table is null) ? null : benefit;
    }

    private Rounding? ReadRounding(MapReader owner)
    {
        if (owner.Submap("rounding") is not { } m) return null;
        var mode = m.Choice("mode", [.. Modes.Select(x => x.Text)], required: true);
        var to = m.Number("to");
        if (m.Require("to") is { } node && to is not null && (to.Value.Sign <= 0 || !Number.TryDivide(to.Value, Number.FromFraction(1, 100), out var fen) || !fen.IsInteger))
            Bag.RoundingStep(node.Location, m.Text("to") ?? "");
        var note = m.Local("note");
        var status = ReadStatus(m, note);
        var cites = status is RuleStatus.Verified ? Cited(m, "rounding") : _citations.Read(m);
        m.Finish();
        return mode is null || to is null ? null : new Rounding(Modes.First(x => x.Text == mode).Mode, to.Value, status, note, cites);
    }
}
