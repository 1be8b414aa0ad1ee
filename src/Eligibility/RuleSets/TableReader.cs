using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.RuleSets;

/// <summary>Reads a decision table drawn with bars. A bar inside a string or brackets does not part cells.</summary>
internal static class TableReader
{
    // What a table means grows with the square of its rows, and nobody reads more than this.
    private const int MostRows = 200;

    private static readonly string[] Policies = ["unique", "first", "collect sum"];

    public static TableDefinition? Read(MapReader owner)
    {
        if (owner.Submap("table") is not { } table) return null;
        var hit = table.Choice("hit", Policies, required: true) switch { "first" => HitPolicy.First, "collect sum" => HitPolicy.CollectSum, _ => HitPolicy.Unique };
        var rows = table.Require("rows");
        table.Finish();
        if (rows is null) return null;
        if (rows is not YamlScalar scalar)
        {
            owner.Bag.WrongShape(rows.Location, new LocalText("用竖线画的表格（|）", "a table drawn with bars (a literal block |)"));
            return null;
        }
        return Read(scalar.Fragment, hit, owner);
    }

    private static TableDefinition? Read(SourceFragment text, HitPolicy hit, MapReader owner)
    {
        var lines = Lines(text).Where(l => !string.IsNullOrWhiteSpace(l.Text)).ToArray();
        var where = text.At(new TextSpan(0, Math.Min(1, text.Text.Length)));
        if (lines.Length < 2)
        {
            owner.Bag.TableWithoutRows(where);
            return null;
        }
        if (lines.Length - 1 > MostRows)
        {
            owner.Bag.TooManyRows(where, lines.Length - 1, MostRows);
            return null;
        }
        var header = Cells(lines[0]);
        if (header.Count < 1)
        {
            owner.Bag.TableWithoutRows(where);
            return null;
        }
        var inputs = header.SkipLast(1).Select(c => new Formula(c, Parser.Parse(c, owner.Bag))).ToArray();
        var result = new List<TableRow>();
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line);
            if (cells.Count != header.Count)
            {
                owner.Bag.TableWidth(line.At(new TextSpan(0, line.Text.TrimEnd().Length)), cells.Count, header.Count);
                continue;
            }
            var tests = cells.SkipLast(1).Select(c => new TableCell(c, Parser.ParseUnaryTests(c, owner.Bag))).ToArray();
            result.Add(new TableRow(tests, new Formula(cells[^1], Parser.Parse(cells[^1], owner.Bag)), line));
        }
        return new TableDefinition(hit, inputs, header[^1].Text, result, where);
    }

    /// <summary>The lines of a table that say something, header first, each with its cells.</summary>
    public static IReadOnlyList<(SourceFragment Line, IReadOnlyList<SourceFragment> Cells)> Split(SourceFragment text) =>
        [.. Lines(text).Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => (l, (IReadOnlyList<SourceFragment>)Cells(l)))];

    private static IEnumerable<SourceFragment> Lines(SourceFragment text)
    {
        var start = 0;
        while (start < text.Text.Length)
        {
            var end = text.Text.IndexOf('\n', start);
            if (end < 0) end = text.Text.Length;
            yield return text.Slice(TextSpan.FromBounds(start, end));
            start = end + 1;
        }
    }

    private static List<SourceFragment> Cells(SourceFragment line)
    {
        var cells = new List<SourceFragment>();
        var (s, inString, depth, start) = (line.Text, false, 0, -1);
        for (var i = 0; i < s.Length; i++)
        {
            if (inString)
            {
                if (s[i] == '\\') i++;
                else if (s[i] == '"') inString = false;
            }
            else if (s[i] == '"') inString = true;
            else if (s[i] is '(' or '[' or '{') depth++;
            else if (s[i] is ')' or ']' or '}') depth--;
            else if (s[i] == '|' && depth <= 0)
            {
                if (start >= 0) cells.Add(Trim(line, start, i));
                start = i + 1;
                depth = 0;
            }
        }
        if (start >= 0 && !string.IsNullOrWhiteSpace(s[start..])) cells.Add(Trim(line, start, s.Length));
        return cells;
    }

    private static SourceFragment Trim(SourceFragment line, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(line.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(line.Text[end - 1])) end--;
        return line.Slice(TextSpan.FromBounds(start, end));
    }
}
