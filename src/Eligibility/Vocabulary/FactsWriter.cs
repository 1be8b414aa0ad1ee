using System.Globalization;
using System.Text;
using Eligibility.Values;

namespace Eligibility.Vocabulary;

/// <summary>Writes facts as canonical JSON.</summary>
internal static class FactsWriter
{
    public static string Write(Facts facts)
    {
        var json = new StringBuilder("{");
        if (facts.Jurisdiction is { } place)
        {
            AppendKey(json, Facts.JurisdictionKey);
            AppendString(json, place);
        }
        AppendAttributes(json, facts.Root);
        return json.Append('}').ToString();
    }

    private static void AppendAttributes(StringBuilder json, EntityRecord record)
    {
        foreach (var attribute in record.Declaration.Attributes)
        {
            var value = record.Slots[attribute.Slot];
            // Where absence says something, what is not known must be said; elsewhere leaving it out says the same.
            if (value.IsNull || (value.IsUnknown && attribute.Absence == Absence.Unknown)) continue;
            AppendKey(json, attribute.Name);
            AppendValue(json, value);
        }
    }

    private static void AppendValue(StringBuilder json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Unknown:
                json.Append("null");
                break;
            case ValueKind.Boolean:
                json.Append(value.IsTrue ? "true" : "false");
                break;
            case ValueKind.Number:
                // A number of facts has few decimals, so its exact text is one JSON can hold.
                json.Append(value.Number.ToString());
                break;
            case ValueKind.Date:
                AppendString(json, FeelDate.Format(value.Date));
                break;
            case ValueKind.List:
                json.Append('[');
                for (var i = 0; i < value.List.Count; i++)
                {
                    if (i > 0) json.Append(',');
                    AppendValue(json, value.List[i]);
                }
                json.Append(']');
                break;
            case ValueKind.Entity:
                json.Append('{');
                AppendAttributes(json, value.Entity);
                json.Append('}');
                break;
            default:
                AppendString(json, value.Text);
                break;
        }
    }

    private static void AppendKey(StringBuilder json, string key)
    {
        if (json[^1] != '{') json.Append(',');
        AppendString(json, key);
        json.Append(':');
    }

    private static void AppendString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (char.IsControl(c)) json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(c);
        }
        json.Append('"');
    }
}
