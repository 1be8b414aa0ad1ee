using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>Reads one attribute of the vocabulary.</summary>
internal sealed class AttributeReader(MapReader reader, DiagnosticBag bag)
{
    private const int MaxDecimals = 12;
    private const string StringType = "string";
    private static readonly string[] Types = ["boolean", StringType, "code", "date", "number", "list", "entity"];

    private string _name = "";

    /// <summary>The attribute; one with an empty name cannot be used. All mistakes have been reported.</summary>
    /// <param name="child">Finds the entity that <c>of</c> names and makes it a child of the owner; null, reported, when there is none.</param>
    public AttributeDeclaration Read(Func<string, EntityDeclaration?> child)
    {
        _name = VocabularyName.Read(reader, bag);
        var kind = reader.Choice("type", Types, required: true) ?? "";
        var unit = reader.Text("unit");
        var (minimum, maximum) = (reader.Number("min"), reader.Number("max"));
        if (minimum > maximum) Bad("min", "min 大于 max", "min is greater than max");
        var decimals = ReadDecimals(kind, unit);
        RefuseUnless(kind == "number", "unit", "min", "max", "decimals");
        var codes = kind == "code" ? ReadCodes() : [];
        RefuseUnless(kind == "code", "values");
        RefuseUnless(kind == "date", "mayLieAhead", "maxYears");
        var attribute = new AttributeDeclaration
        {
            Name = _name,
            Label = reader.Local("label", required: true) ?? LocalText.Same(_name),
            Unit = unit,
            Minimum = minimum,
            Maximum = maximum,
            Decimals = decimals,
            Codes = codes,
            AttestedBy = reader.Local("attestedBy"),
            ObtainFrom = reader.Choice("obtainFrom", ObtainFrom.Names),
            MayLieAhead = reader.Flag("mayLieAhead"),
            MaxYears = ReadYears(),
            Source = reader.Text("source"),
            Help = reader.Local("help"),
        };
        attribute.Type = TypeOf(kind, attribute, child);
        ReadAbsence(attribute);
        reader.Finish();
        return attribute;
    }

    private FeelType TypeOf(string kind, AttributeDeclaration attribute, Func<string, EntityDeclaration?> child)
    {
        if (kind is "list" or "entity") return Holder(kind, reader.Text("of", required: true), child);
        RefuseUnless(kind.Length == 0, "of");
        return kind switch
        {
            "boolean" => FeelType.Boolean,
            StringType => FeelType.String,
            "date" => FeelType.Date,
            "number" => FeelType.Number,
            "code" => new CodeType(attribute),
            _ => FeelType.Error,
        };
    }

    private static FeelType Holder(string kind, string? of, Func<string, EntityDeclaration?> child)
    {
        if (of is null) return FeelType.Error;
        if (kind == "list" && of == StringType) return FeelType.ListOf(FeelType.String);
        if (child(of) is not { } entity) return FeelType.Error;
        return kind == "list" ? FeelType.ListOf(new EntityType(entity)) : new EntityType(entity);
    }

    private int? ReadYears()
    {
        if (reader.Number("maxYears") is not { } number) return null;
        if (number.TryToInt32(out var years) && years > 0) return years;
        Bad("maxYears", "maxYears 应为正整数", "maxYears is a whole number above 0");
        return null;
    }

    private int ReadDecimals(string kind, string? unit)
    {
        var written = reader.Number("decimals");
        if (written is { } number)
        {
            if (number.TryToInt32(out var decimals) && decimals is >= 0 and <= MaxDecimals) return decimals;
            Bad("decimals", $"decimals 应为0至{MaxDecimals}的整数", $"decimals is a whole number from 0 to {MaxDecimals}");
            return 0;
        }
        if (unit is null or "1") return 0;
        if (unit == "CNY" || unit.StartsWith("CNY/", StringComparison.Ordinal)) return 2;
        if (kind == "number" && !reader.Has("decimals")) bag.MissingKey(reader.KeyLocation("unit"), "decimals");
        return 0;
    }

    private List<CodeDeclaration> ReadCodes()
    {
        var codes = new List<CodeDeclaration>();
        var places = new Dictionary<string, Location>();
        foreach (var item in reader.Maps("values", required: true))
        {
            var name = VocabularyName.Read(item, bag);
            var label = item.Local("label", required: true);
            item.Finish();
            if (name.Length == 0) continue;
            var at = item.ValueLocation("name");
            if (places.TryAdd(name, at)) codes.Add(new CodeDeclaration(name, label ?? LocalText.Same(name)));
            else bag.DuplicateDeclaration(at, name, places[name]);
        }
        if (codes.Count == 0 && reader.Map.Get("values") is YamlSequence { Items.Count: 0 }) Bad("values", "没有列出代码", "no code is listed");
        return codes;
    }

    private void ReadAbsence(AttributeDeclaration attribute)
    {
        var reason = reader.Local("absentReason");
        var node = reader.Find("absent");
        switch (node)
        {
            case null or YamlScalar { Text: "unknown" }:
                if (reason is not null) Bad("absentReason", "没有规定值，就没有理由可说", "there is a reason for a value, and no value");
                return;
            case YamlScalar { Text: "none" } when attribute.Code("none") is null:
                if (reason is not null) Bad("absentReason", "“不存在”不需要理由", "that something does not exist needs no reason");
                attribute.Absence = Absence.None;
                return;
            case YamlScalar { Text: "none" }:
                Bad("absent", "这里的 none 可指代码，也可指不存在", "none could mean the code of that name or that there is no such thing");
                return;
        }
        if (attribute.AttestedBy is not null)
        {
            Bad("absent", "由人证明的事实，没有填就是不知道，不能规定值", "an attested fact that is not given is unknown: no value may stand for it");
            return;
        }
        if (Literal(attribute, node) is not { } value)
        {
            if (!attribute.Type.IsError) Bad("absent", $"这里只能写 {Wanted(attribute)}", $"only {Wanted(attribute)} can stand here");
            return;
        }
        if (reason is null) bag.MissingKey(reader.KeyLocation("absent"), "absentReason");
        (attribute.Absence, attribute.AbsentValue, attribute.AbsentReason) = (Absence.Literal, value, reason);
    }

    private static Value? Literal(AttributeDeclaration attribute, YamlNode node) => (attribute.Type, node) switch
    {
        (SimpleType type, YamlScalar { Text: "true" or "false" } s) when type.Equals(FeelType.Boolean) => Value.From(s.Text == "true"),
        (CodeType, YamlScalar s) when attribute.Code(s.Text) is not null => Value.From(s.Text),
        (ListType, YamlSequence { Items.Count: 0 }) => Value.From(FeelList.Empty),
        _ => null,
    };

    private static string Wanted(AttributeDeclaration attribute) => attribute.Type switch
    {
        SimpleType type when type.Equals(FeelType.Boolean) => "unknown, none, true, false",
        CodeType => "unknown, none, " + string.Join(", ", attribute.Codes.Select(c => c.Name)),
        ListType => "unknown, none, []",
        _ => "unknown, none",
    };

    private void RefuseUnless(bool allowed, params string[] keys)
    {
        if (allowed) return;
        foreach (var key in keys)
        {
            if (reader.Map.Get(key) is null) continue;
            // Asked for, so that it is not reported a second time as unknown.
            reader.Has(key);
            bag.BadVocabulary(reader.KeyLocation(key), new LocalText($"{key} 不能用于这个类型。", $"{key} does not belong to this type."));
        }
    }

    private void Bad(string key, string zh, string en) => bag.BadVocabulary(
        reader.ValueLocation(key),
        new LocalText($"“{_name}”：{zh}。", $"`{_name}`: {en}."));
}
