using System.Text;
using Eligibility.Text;

namespace Eligibility.Explanation;

/// <summary>Rows of cells set in columns; a Chinese character takes two places. The last column is not padded.</summary>
internal sealed class TextTable(params bool[] right)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row; it has as many cells as the table has columns.</summary>
    public void Row(params string[] cells) => _rows.Add(cells);

    public void WriteTo(StringBuilder text)
    {
        var widths = right.Select((_, c) => _rows.Select(r => DisplayWidth.Of(r[c])).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var row in _rows)
        {
            var line = new StringBuilder();
            for (var c = 0; c < row.Length; c++)
            {
                var pad = new string(' ', widths[c] - DisplayWidth.Of(row[c]));
                if (c > 0) line.Append("  ");
                line.Append(right[c] ? pad + row[c] : c == row.Length - 1 ? row[c] : row[c] + pad);
            }
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }
}
