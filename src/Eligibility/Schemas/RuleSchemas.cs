using Newtonsoft.Json.Linq;
using static Eligibility.Schemas.Schema;

namespace Eligibility.Schemas;

/// <summary>The schemas of rule files, overlays, scenarios and the vocabulary, so that editors complete and check them while they are written.</summary>
internal static class RuleSchemas
{
    private static readonly JObject Local = AnyOf(Str(), Map(("zh!", Str()), ("en", Str())));
    private static readonly JObject Cite = OneOrMore(Str());
    private static readonly JObject Formula = Scalar().Described("FEEL 公式 / a FEEL formula");
    private static readonly JObject Status = OneOf("verified", "secondHand", "interpretation", "observedPractice", "assumed");
    private static readonly JObject Published = AnyOf(OneOf("unknown"), Day());

    private static readonly JObject Table = Map(("hit!", OneOf("unique", "first", "collect sum")), ("rows!", Str()));

    private static readonly JObject ParameterValue = Map(("from!", Day()), ("to", Day()), ("published", Published), ("value", AnyOf(Scalar(), MapOf(Any))), ("status", Status), ("note", Local), ("cite", Cite),
        ("attestedThrough", Day()), ("withdrawn", Flag()), ("recalled", Flag()));

    private static readonly JObject Rounding = Map(("mode!", OneOf("up", "down", "half up", "half down", "half even", "floor", "ceiling")), ("to!", Scalar()), ("status", Status), ("note", Local), ("cite", Cite));

    private static readonly JObject Source = Map(("number", Str()), ("title!", Local), ("issuer", Str()), ("issued", Day()), ("text", Str()), ("dossier", Str()), ("recalled", OneOrMore(Str())),
        ("arrears", Map(("onRollIn!", Str("^(any|\\d{4}-\\d{2})$")), ("months!", OneOf("granted", "all")), ("benefits", OneOrMore(Str())), ("except", OneOrMore(Str())), ("cite", Str()), ("status", OneOf("verified", "interpretation")), ("note", Local))));

    /// <summary>What every item has, with the keys of its kind.</summary>
    private static JObject Item(params (string, JObject)[] keys) => Map(
    [
        ("name!", Str()), ("label", Ref("local")), ("per", Str()), ("cite", Ref("cite")), ("status", Ref("status")), ("note", Ref("local")), ("override", Flag()),
        ("interpretations", ListOf(Map(("name!", Str()), ("when!", Ref("formula")), ("note!", Ref("local")), ("cite!", Ref("cite"))))),
        ("conflictsWith", ListOf(Map(("cite!", Ref("cite")), ("note!", Ref("local"))))), .. keys,
    ]);

    private static JObject Labels() => ListOf(Map(("name!", Str()), ("label!", Ref("local"))));

    private static readonly (string, JObject)[] Definitions =
    [
        ("local", Local), ("cite", Cite), ("status", Status), ("formula", Formula), ("table", Table), ("source", Source), ("rounding", Rounding),
        ("parameter", Item(("unit", Str()), ("type", OneOf("number", "boolean", "string", "date")), ("by", OneOrMore(Str())), ("floor", Ref("formula")), ("values", ListOf(ParameterValue)))),
        ("derived", Item(("unit", Str()), ("formula", Ref("formula")), ("table", Ref("table")))),
        ("criterion", Item(("formula!", Ref("formula")), ("met!", Ref("local")), ("notMet!", Ref("local")))),
        ("route", Item(("when!", Ref("formula")), ("covers", Ref("formula")), ("class", Str()))),
        ("benefit", Item(("payer!", Str()), ("form", OneOf("cash", "account")), ("when", Ref("formula")), ("amount", Ref("formula")), ("table", Ref("table")), ("rounding", Ref("rounding")))),
        ("procedure", Map(("confirmedBy", Map(("level!", Str()), ("kind", OneOf("own", "delegated", "entrusted")), ("cite", Ref("cite")))),
            ("steps", ListOf(Map(("name!", Str()), ("label!", Ref("local")), ("limit", Num()), ("days", OneOf("working", "calendar")), ("after", Str()), ("for", OneOf("own", "delegated", "entrusted")), ("cite", Ref("cite"))))),
            ("hearing", Map(("before!", OneOrMore(OneOf("reduction", "termination"))), ("note", Ref("local")), ("cite", Ref("cite")))),
            ("delegation", Map(("needsPermission", Flag()), ("permitted", Flag()), ("note", Ref("local")), ("cite", Ref("cite")))),
            ("notes", ListOf(Map(("zh!", Str()), ("en", Str()), ("cite", Ref("cite"))))), ("remedy", Map(("zh!", Str()), ("en", Str()), ("cite", Ref("cite")))))),
    ];

    private static (string, JObject)[] Sections(bool overlay) =>
    [
        ("programme!", Str()), ("jurisdiction!", Str("^(\\d{6}|\\d{9}|\\d{12})$")), (overlay ? "title" : "title!", Ref("local")),
        (overlay ? "inForce" : "inForce!", Map(("from!", Day()), ("to", Day()))), (overlay ? "published" : "published!", Published), ("withdrawn", Flag()), ("extends", Str()), ("amends", Day()),
        ("monthBasis", OneOf("first", "last", "split")), ("sources", MapOf(Ref("source"))), ("remove", ListOf(Map(("name!", Str()), ("cite", Ref("cite"))))),
        ("parameters", ListOf(Ref("parameter"))), ("derived", ListOf(Ref("derived"))),
        ("applies", Map(("when!", Ref("formula")), ("otherwise!", Ref("local")), ("cite", Ref("cite")))), ("criteria", ListOf(Ref("criterion"))), ("routes", ListOf(Ref("route"))),
        ("classes", Labels()), ("payers", Labels()), ("excludes", ListOf(Map(("programme!", Str()), ("of!", OneOf("household", "member")), ("cite", Ref("cite"))))),
        ("benefits", ListOf(Ref("benefit"))), ("notStated", ListOf(Map(("name!", Str()), ("note!", Ref("local")), ("cite", Ref("cite"))))), ("procedure", Ref("procedure")),
        ("currency", Map(("verifiedThrough!", Day()), ("note!", Ref("local")))), ("reviewed", ListOf(Map(("by!", Ref("local")), ("on!", Day()), ("against!", Ref("cite")), ("note", Ref("local"))))),
    ];

    public static JObject RuleFile() => Document("规则文件 / a rule file", Map(Sections(false)), Definitions);

    public static JObject Overlay() => Document("假设 / an overlay", Map(Sections(true)), Definitions);

    public static JObject Scenarios()
    {
        var expectation = Map(("outcome", OneOf("eligible", "ineligible", "undetermined")), ("class", Str()), ("route", Str()), ("covered", ListOf(Scalar())), ("payable", AnyOf(Scalar(), new JObject { ["type"] = "null" })),
            ("arithmetic", Scalar()), ("rounded", Flag()), ("payments", ListOf(MapOf(Scalar()))), ("findings", MapOf(OneOf("met", "notMet", "unknown"))), ("missing", ListOf(MapOf(Scalar()))),
            ("values", MapOf(AnyOf(Scalar(), MapOf(Scalar())))), ("warnings", ListOf(Str())), ("notApplicable", Flag()));
        var change = Map(("at!", Str()), ("value", Any), ("remove", Flag()));
        var scenario = Map(("name!", Str()), ("source!", Str()), ("jurisdiction!", Str()), ("month!", Str("^\\d{4}-\\d{2}$")), ("knownAt!", Day()), ("household", Str()), ("facts", MapOf(Any)), ("with", ListOf(change)),
            ("overlay", OneOrMore(Ref("overlay"))), ("overlayName", Str()), ("acceptUnattested", Flag()), ("expect!", MapOf(AnyOf(Ref("expectation"), ListOf(Str())))));
        return Document("情景 / scenarios", Map(("households", MapOf(MapOf(Any))), ("scenarios!", ListOf(scenario))), [.. Definitions, ("expectation", expectation), ("overlay", Map(Sections(true)))]);
    }

    public static JObject Vocabulary()
    {
        var attribute = Map(("name!", Str()), ("label!", Local), ("type!", OneOf("boolean", "string", "code", "date", "number", "list", "entity")), ("of", Str()), ("unit", Str()), ("min", Scalar()), ("max", Scalar()), ("decimals", Scalar()),
            ("values", ListOf(Map(("name!", Str()), ("label!", Local)))), ("absent", AnyOf(Scalar(), new JObject { ["type"] = "array" })), ("absentReason", Local), ("mayLieAhead", Flag()), ("maxYears", Num()), ("attestedBy", Local), ("obtainFrom", Str()), ("source", Str()), ("help", Local));
        var entity = Map(("name!", Str()), ("label!", Local), ("key", Str()), ("display", Str()), ("attributes!", ListOf(attribute)));
        var roll = Map(("entity!", Str()), ("programme!", Str()), ("persons!", Str()), ("from!", Str()), ("to!", Str()), ("route", Str()), ("amount", Str()));
        var report = Map(("means", Str()), ("line", Str()), ("splits", ListOf(Str())));
        return Document("词汇表 / the vocabulary", Map(("roles!", Map(("root!", Str()), ("person!", Str()), ("roll", roll), ("report", report))), ("entities!", ListOf(entity))));
    }
}
