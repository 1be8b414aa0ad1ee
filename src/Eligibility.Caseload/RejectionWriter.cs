using System.Globalization;
using Eligibility.Text;
using Newtonsoft.Json;

namespace Eligibility.Caseload;

/// <summary>Lists rejected rows as they are found, and the counts behind them: for a person, for a spreadsheet, or for a program.</summary>
internal abstract class RejectionWriter(TextWriter output, Language language)
{
    protected TextWriter Output { get; } = output;

    protected Language Language { get; } = language;

    public static RejectionWriter Create(string format, TextWriter output, Language language) => format switch
    {
        "json" => new Json(output, language),
        "csv" => new Csv(output, language),
        _ => new Plain(output, language),
    };

    public abstract void Write(Rejection rejection);

    public abstract void Finish(CaseloadCounts counts, bool synthetic, IReadOnlyList<string> notGiven);

    private sealed class Plain(TextWriter output, Language language) : RejectionWriter(output, language)
    {
        public override void Write(Rejection r)
        {
            var (d, zh) = (r.Diagnostic, Language == Language.Chinese);
            var place = zh
                ? Inv($"{r.File}{(r.Row > 0 ? Inv($" 第 {r.Row} 行") : "")}{(r.Column is null ? "" : $" “{r.Column}”")}{(r.Household.Length > 0 ? $"（{r.Household}）" : "")}")
                : Inv($"{r.File}{(r.Row > 0 ? Inv($" row {r.Row}") : "")}{(r.Column is null ? "" : $" “{r.Column}”")}{(r.Household.Length > 0 ? $" ({r.Household})" : "")}");
            Output.Write(HiddenCharacters.Replace($"{place}: {d.Code}: {d.Message.In(Language)}") + "\n  = " + HiddenCharacters.Replace(d.Advice.In(Language)) + "\n");
        }

        public override void Finish(CaseloadCounts c, bool synthetic, IReadOnlyList<string> notGiven)
        {
            var zh = Language == Language.Chinese;
            if (synthetic) Output.Write(zh ? "合成名册：不是真实的家庭。\n" : "A synthetic caseload: no real households.\n");
            Output.Write(zh
                ? Inv($"读入 {c.Households:N0} 户：可用 {c.Accepted:N0} 户，不可用 {c.Rejected:N0} 户；另有 {c.Unassigned:N0} 行不知属于哪一户。\n")
                : Inv($"{c.Households:N0} households read: {c.Accepted:N0} accepted, {c.Rejected:N0} rejected; {c.Unassigned:N0} more rows belong to none.\n"));
            foreach (var t in c.Tables)
                Output.Write(zh ? Inv($"  {t.File}：读入 {t.Read:N0} 行，可用 {t.Accepted:N0} 行，不可用 {t.Rejected:N0} 行\n") : Inv($"  {t.File}: {t.Read:N0} rows read, {t.Accepted:N0} accepted, {t.Rejected:N0} rejected\n"));
            if (notGiven.Count > 0) Output.Write((zh ? "规则要用、名册没有的列：" : "Columns that the rules read and the caseload has not: ") + string.Join(zh ? "；" : "; ", notGiven) + (zh ? "。\n" : ".\n"));
        }
    }

    private sealed class Csv : RejectionWriter
    {
        private static readonly string[] Headers = ["file", "row", "column", "household", "code", "message", "advice"];

        public Csv(TextWriter output, Language language)
            : base(output, language) => Row(Headers);

        public override void Write(Rejection r) => Row([r.File, r.Row.ToString(CultureInfo.InvariantCulture), r.Column ?? "", r.Household, r.Diagnostic.Code, r.Diagnostic.Message.In(Language), r.Diagnostic.Advice.In(Language)]);

        public override void Finish(CaseloadCounts counts, bool synthetic, IReadOnlyList<string> notGiven)
        {
            // A table of rejections holds nothing else: the counts are in the other formats, and the exit code says whether there is any.
        }

        private void Row(string[] cells) => Output.Write(string.Join(",", cells.Select(CsvText.Cell)) + "\n");
    }

    private sealed class Json : RejectionWriter
    {
        private readonly JsonTextWriter _json;

        public Json(TextWriter output, Language language)
            : base(output, language)
        {
            _json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
            _json.WriteStartObject();
            _json.WritePropertyName("rejections");
            _json.WriteStartArray();
        }

        public override void Write(Rejection r)
        {
            _json.WriteStartObject();
            Property("file", r.File);
            Property("row", r.Row);
            Property("column", r.Column);
            Property("household", r.Household);
            Property("code", r.Diagnostic.Code);
            Property("message", r.Diagnostic.Message.In(Language));
            Property("advice", r.Diagnostic.Advice.In(Language));
            _json.WriteEndObject();
        }

        public override void Finish(CaseloadCounts c, bool synthetic, IReadOnlyList<string> notGiven)
        {
            _json.WriteEndArray();
            Property("synthetic", synthetic);
            _json.WritePropertyName("households");
            Counts(c.Households, c.Accepted, c.Rejected);
            Property("unassignedRows", c.Unassigned);
            _json.WritePropertyName("tables");
            _json.WriteStartArray();
            foreach (var t in c.Tables) Counts(t.Read, t.Accepted, t.Rejected, t.File);
            _json.WriteEndArray();
            _json.WritePropertyName("notGiven");
            _json.WriteStartArray();
            foreach (var name in notGiven) _json.WriteValue(name);
            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.Flush();
            Output.Write("\n");
        }

        private void Counts(long read, long accepted, long rejected, string? file = null)
        {
            _json.WriteStartObject();
            if (file is not null) Property("file", file);
            Property("read", read);
            Property("accepted", accepted);
            Property("rejected", rejected);
            _json.WriteEndObject();
        }

        private void Property(string name, object? value)
        {
            _json.WritePropertyName(name);
            _json.WriteValue(value);
        }
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
