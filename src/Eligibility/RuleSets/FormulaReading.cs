using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>What rule files have beside other YAML files: formulas.</summary>
internal static class FormulaReading
{
    /// <summary>A formula; a comment on its line is refused, since YAML cannot tell it from the formula.</summary>
    public static Formula? Formula(this MapReader map, string key, bool required = false)
    {
        if ((required ? map.Require(key) : map.Find(key)) is not { } node) return null;
        if (node is not YamlScalar s)
        {
            map.Bag.WrongShape(MapReader.Start(node.Location), new LocalText("公式", "a formula"));
            return null;
        }
        if (s.HasTrailingComment) map.Bag.CommentBehindFormula(s.Location);
        return new Formula(s.Fragment, Parser.Parse(s.Fragment, map.Bag));
    }
}
