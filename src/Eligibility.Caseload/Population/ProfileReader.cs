using System.Globalization;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload.Population;

/// <summary>Reads a profile. All mistakes are found at once: names that the vocabulary has not, shares that do not add up, ages that cannot be.</summary>
internal sealed class ProfileReader(Words words, DiagnosticBag bag)
{
    /// <summary>Names that a condition or a marginal may use beside attributes.</summary>
    public const string Age = "age";

    /// <summary>See <see cref="Age"/>: how many persons the household has.</summary>
    public const string Size = "size";

    /// <summary>See <see cref="Age"/>: the kind of the person.</summary>
    public const string Kind = "kindOfPerson";

    /// <summary>See <see cref="Age"/>: the type of the household.</summary>
    public const string Type = "typeOfHousehold";

    private static readonly string[] Special = [Age, Size, Kind, Type];

    private readonly Dictionary<string, PersonKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>The profile; null, with every mistake in the bag, when there is one.</summary>
    public static Profile? Read(string name, byte[] utf8, Words words, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var profile = YamlReader.Read(name, utf8, own) is YamlMap map ? new ProfileReader(words, own).Read(new MapReader(map, own)) : null;
        bag.AddRange(own);
        return own.HasErrors ? null : profile;
    }

    private Profile Read(MapReader file)
    {
        foreach (var kind in file.Maps("kinds", required: true))
        {
            var name = kind.Text("name", required: true) ?? "";
            var ages = Shares(kind, "ages");
            foreach (var age in ages.Where(a => a.Range is not { Low: >= 0, High: <= 120 })) Bad(kind, "ages", $"“{age.Text}”不是年龄段", $"`{age.Text}` is no span of ages");
            if (ages.Count > 0) _kinds[name] = new PersonKind(name, ages);
            kind.Finish();
        }
        var types = file.Maps("types", required: true).Select(ReadType).ToList();
        if (types.Sum(t => t.Weight) != Share.Whole) Bad(file, "types", $"各类家庭的 share 合计为 {types.Sum(t => t.Weight)}，应为 {Share.Whole}", $"the shares of the types come to {types.Sum(t => t.Weight)}, not {Share.Whole}");
        var draws = new Dictionary<EntityDeclaration, IReadOnlyList<Draw>>();
        if (file.Submap("draws", required: true) is { } entities)
        {
            foreach (var name in entities.Map.Keys)
                if (EntityOf(entities, name) is { } entity) draws[entity] = [.. entities.Maps(name).Select(d => ReadDraw(d, entity)).OfType<Draw>()];
            entities.Finish();
        }
        var marginals = file.Maps("marginals", required: true).Select(ReadMarginal).OfType<Marginal>().ToList();
        var profile = new Profile
        {
            Title = file.Local("title", required: true) ?? LocalText.Same(""),
            Place = file.Text("place", required: true) ?? "",
            AsOf = file.Date("asOf", required: true) ?? new LocalDate(2000, 1, 1),
            Types = types,
            Draws = draws,
            Marginals = marginals,
            Flows = ReadFlows(file),
            Notes = [.. file.Sequence("notes").Select(file.AsLocal).OfType<LocalText>()],
        };
        file.Finish();
        return profile;
    }

    private List<Flow> ReadFlows(MapReader file)
    {
        var flows = new List<Flow>();
        foreach (var m in file.Maps("flows"))
        {
            var programme = m.Text("programme", required: true) ?? "";
            var flow = new Flow(programme, Whole(m, "entering"), Whole(m, "leaving"), SourceOf(m, programme));
            if (flows.Any(f => f.Programme == flow.Programme)) Bad(m, "programme", $"“{flow.Programme}”写了两次", $"`{flow.Programme}` stands twice");
            foreach (var (key, share) in new[] { ("entering", flow.Entering), ("leaving", flow.Leaving) })
                if (share > Share.Whole) Bad(m, key, $"“{share}”超过万分之一万", $"{share} is more than {Share.Whole}");
            m.Finish();
            flows.Add(flow);
        }
        return flows;
    }

    private HouseholdType ReadType(MapReader type)
    {
        var persons = new List<PersonPlan>();
        var name = type.Text("name", required: true) ?? "";
        foreach (var person in type.Maps("persons", required: true))
        {
            var set = new Dictionary<string, string>(StringComparer.Ordinal);
            if (person.Submap("set") is { } values)
            {
                foreach (var key in values.Map.Keys)
                {
                    if (words.Person.Attribute(key) is not { } attribute) Bad(values, key, $"人没有“{key}”", $"a person has no `{key}`");
                    else if (values.Text(key) is { } text && Allows(attribute, text, values, key)) set[key] = text;
                    values.Has(key);
                }
            }
            var kind = person.Text("kind", required: true) is { } k ? _kinds.GetValueOrDefault(k) : null;
            if (kind is null) Bad(person, "kind", "没有这一类人", "there is no such kind");
            var younger = person.Text("younger") is { } y ? ParseSpan(y) : null;
            var of = person.Number("ageOf") is { } n && n.TryToInt32(out var index) ? index - 1 : (int?)null;
            if ((of is null) != (younger is null) || of < 0 || of >= persons.Count) Bad(person, "ageOf", "ageOf 是前面某个人的序号，并要写 younger", "`ageOf` is the number of a person before, and goes with `younger`");
            else if (kind is not null) persons.Add(Checked(new PersonPlan(kind, set, of, younger ?? default), persons, person));
            person.Finish();
        }
        var share = Whole(type, "share");
        if (persons.Count == 0) Bad(type, "persons", "至少写一个人", "a household has a person at least");
        type.Finish();
        return new HouseholdType(name, share, persons);
    }

    /// <summary>Whatever the age of the one, there is an age of the other's kind that fits.</summary>
    private PersonPlan Checked(PersonPlan plan, List<PersonPlan> before, MapReader person)
    {
        if (plan.AgeOf is not { } of) return plan;
        var other = before[of].Kind;
        if (other.Oldest - plan.Younger.High > plan.Kind.Oldest || other.Youngest - plan.Younger.Low < plan.Kind.Youngest)
            Bad(person, "younger", $"“{other.Name}”有的年龄配不上“{plan.Kind.Name}”", $"for some age of `{other.Name}` there is none of `{plan.Kind.Name}` that fits");
        return plan;
    }

    private Draw? ReadDraw(MapReader draw, EntityDeclaration entity)
    {
        var name = draw.Text("fact", required: true) ?? "";
        if (entity.Attribute(name) is not { } attribute)
        {
            Bad(draw, "fact", $"“{entity.Name}”没有“{name}”", $"`{entity.Name}` has no `{name}`", NearestName.Find(name, entity.Attributes.Select(a => a.Name)));
            return null;
        }
        var shares = draw.Text("value") is { } value ? [OutcomeOf(value, Share.Whole)] : Shares(draw, "shares");
        var step = draw.Has("step") ? Whole(draw, "step") : 1;
        if (step < 1) Bad(draw, "step", "step 是正整数", "`step` is a whole number above 0");
        foreach (var s in shares) Allows(attribute, s.Text, draw, draw.Has("value") ? "value" : "shares");
        var read = new Draw(attribute, ReadCondition(draw, entity), shares, step);
        draw.Finish();
        return read;
    }

    private Marginal? ReadMarginal(MapReader marginal)
    {
        var name = marginal.Text("name", required: true) ?? "";
        var entity = marginal.Text("of", required: true) is { } of ? words.Entity(of) : null;
        if (entity is null) Bad(marginal, "of", "没有这样的表", "there is no such entity");
        var by = marginal.Text("by", required: true) ?? "";
        if (entity is not null && !Special.Contains(by) && entity.Attribute(by) is null) Bad(marginal, "by", $"“{entity.Name}”没有“{by}”", $"`{entity.Name}` has no `{by}`");
        var source = SourceOf(marginal, name);
        var label = marginal.Local("label", required: true) ?? LocalText.Same(name);
        var shares = Shares(marginal, "shares");
        var when = entity is null ? Condition.Always : ReadCondition(marginal, entity);
        marginal.Finish();
        return entity is null ? null : new Marginal(name, label, entity, by, when, shares, source);
    }

    /// <summary>Where a figure comes from; null when it says that it is assumed. It says one of the two.</summary>
    private string? SourceOf(MapReader reader, string name)
    {
        var (source, assumed) = (reader.Text("source"), reader.Choice("status", ["assumed"]) is not null);
        if ((source is null) == !assumed) bag.ProfileSource(reader.Place, name);
        reader.Local("note");
        return source;
    }

    private Condition ReadCondition(MapReader reader, EntityDeclaration entity)
    {
        if (reader.Submap("when") is not { } map) return Condition.Always;
        var tests = new List<(string, IReadOnlyList<Share>)>();
        foreach (var name in map.Map.Keys)
        {
            var known = Special.Contains(name);
            for (var e = entity; e is not null && !known; e = e.Parent) known = e.Attribute(name) is not null;
            if (!known) Bad(map, name, $"没有“{name}”", $"there is no `{name}`");
            tests.Add((name, [.. map.Names(name).Select(v => OutcomeOf(v, 0))]));
        }
        map.Finish();
        return new Condition(tests);
    }

    private List<Share> Shares(MapReader reader, string key)
    {
        if (reader.Submap(key, required: true) is not { } map) return [];
        var shares = map.Map.Keys.Select(k => OutcomeOf(k, Whole(map, k))).ToList();
        if (shares.Sum(s => s.Weight) != Share.Whole) Bad(reader, key, $"份额合计为 {shares.Sum(s => s.Weight)}，应为 {Share.Whole}", $"the shares come to {shares.Sum(s => s.Weight)}, not {Share.Whole}");
        return shares;
    }

    private static Share OutcomeOf(string text, int weight) => new(text, ParseSpan(text), weight);

    private static Span? ParseSpan(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || !int.TryParse(text.AsSpan(0, dots), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var low)) return null;
        if (dots + 2 == text.Length) return new Span(low, int.MaxValue);
        return int.TryParse(text.AsSpan(dots + 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var high) && high >= low ? new Span(low, high) : null;
    }

    private bool Allows(AttributeDeclaration attribute, string text, MapReader reader, string key)
    {
        var span = ParseSpan(text);
        var fits = text == Share.Unknown || (text == "none" && attribute.Absence == Absence.None) || attribute.Type switch
        {
            CodeType => attribute.Code(text) is not null,
            ListType { Element: EntityType } => int.TryParse(text, out var n) && n >= 0,
            // Keys, or the outcome that stands for all of them.
            ListType => true,
            EntityType => text is "0" or "1",
            _ when attribute.Type.Equals(FeelType.Boolean) => text is "true" or "false",
            _ when attribute.Type.Equals(FeelType.Number) => span is { High: < int.MaxValue } || Number.TryParse(text, out _),
            _ when attribute.Type.Equals(FeelType.Date) => text == Draw.OfAge || span is { High: < int.MaxValue },
            _ => true,
        };
        if (!fits) Bad(reader, key, $"“{attribute.Name}”不能是“{text}”", $"`{attribute.Name}` cannot be `{text}`");
        return fits;
    }

    private EntityDeclaration? EntityOf(MapReader reader, string name)
    {
        if (words.Entity(name) is { } entity) return entity;
        Bad(reader, name, $"没有“{name}”", $"there is no entity `{name}`", NearestName.Find(name, words.Entities.Select(e => e.Name)));
        reader.Has(name);
        return null;
    }

    private int Whole(MapReader reader, string key)
    {
        if (reader.Number(key) is { } n && n.TryToInt32(out var whole) && whole >= 0) return whole;
        Bad(reader, key, "应为不小于0的整数", "this is a whole number that is not negative");
        return 0;
    }

    private void Bad(MapReader reader, string key, string zh, string en, string? nearest = null) => bag.BadProfile(reader.ValueLocation(key),
        nearest is null ? new LocalText(zh + "。", en + ".") : new LocalText($"{zh}；是否为“{nearest}”？", $"{en}; did you mean `{nearest}`?"));
}
