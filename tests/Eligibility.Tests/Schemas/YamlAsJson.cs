using System.Globalization;
using System.Numerics;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Schemas;

/// <summary>YAML as an editor sees it: plain scalars that look like numbers or booleans are such.</summary>
internal static class YamlAsJson
{
    public static JToken Read(string file)
    {
        var bag = new DiagnosticBag();
        var root = YamlReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), bag);
        Assert.Empty(bag);
        return Of(root!);
    }

    private static JToken Of(YamlNode node) => node switch
    {
        YamlMap m => new JObject(m.Entries.Select(e => new JProperty(e.Key.Text, Of(e.Value)))),
        YamlSequence s => new JArray(s.Items.Select(Of)),
        YamlScalar { Style: YamlStyle.Plain } s => Plain(s.Text),
        YamlScalar s => new JValue(s.Text),
        _ => throw new InvalidOperationException(),
    };

    private static JToken Plain(string text)
    {
        if (text is "true" or "false") return new JValue(text == "true");
        if (text is "null" or "~" or "") return JValue.CreateNull();
        return BigInteger.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && text.Count(c => c == '.') <= 1
            ? new JValue(1)
            : new JValue(text);
    }
}
