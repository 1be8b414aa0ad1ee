using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eligibility.Explanation;

/// <summary>Writes a JSON tree as the tool writes every JSON: indented, lines ending in LF.</summary>
internal static class JsonText
{
    public static string Of(JToken tree)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        tree.WriteTo(json);
        json.Flush();
        return text + "\n";
    }

    /// <summary>The word for a member of an enumeration: its name in camel case.</summary>
    public static string Word(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
