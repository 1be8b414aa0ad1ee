using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>Reads sentences that hold formulas between braces.</summary>
internal static class TemplateReader
{
    public static LocalTemplate? Read(MapReader map, string key)
    {
        if (map.Require(key) is not { } node) return null;
        if (node is YamlScalar plain && Read(map, plain) is { } one) return new LocalTemplate(one, one);
        if (map.AsMap(node) is not { } m) return null;
        var zh = m.Find("zh") is YamlScalar z ? Read(map, z) : null;
        var en = m.Find("en") is YamlScalar e ? Read(map, e) : null;
        m.Finish();
        if (zh is null) map.Bag.ChineseMissing(node.Location with { Span = node.Location.Span with { Length = 1 } });
        return zh is null ? null : new LocalTemplate(zh, en ?? zh);
    }

    private static Template Read(MapReader map, YamlScalar scalar)
    {
        var text = scalar.Fragment.Text;
        var parts = new List<TemplatePart>();
        var i = 0;
        while (i < text.Length)
        {
            var open = text.IndexOf('{', i);
            if (open < 0) open = text.Length;
            if (open > i) parts.Add(new TemplatePart(text[i..open], null));
            if (open == text.Length) break;
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                map.Bag.BadTemplate(scalar.Fragment.At(new TextSpan(open, text.Length - open)));
                break;
            }
            var fragment = scalar.Fragment.Slice(TextSpan.FromBounds(open + 1, close));
            parts.Add(new TemplatePart(null, new Formula(fragment, Parser.Parse(fragment, map.Bag))));
            i = close + 1;
        }
        return new Template(parts);
    }
}
