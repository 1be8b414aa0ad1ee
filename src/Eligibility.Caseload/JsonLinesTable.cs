using System.Globalization;
using System.Text;
using System.Text.Json;
using Eligibility.Diagnostics;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload;

/// <summary>
/// Facts, a household in each line. Beside the facts the object may hold the household's number, under the name of the root entity, and its weight;
/// a household without a number is called by its line.
/// </summary>
internal sealed class JsonLinesTable(string path, string file, Words words) : Table(file, words.Root)
{
    public override IEnumerable<TableRow> Rows()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        foreach (var line in ByteLines.Of(stream))
        {
            var bytes = line.Number == 1 && line.Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? line.Bytes[3..] : line.Bytes;
            if (!line.IsCut && bytes.All(b => b is (byte)' ' or (byte)'\t')) continue;
            var fault = line.IsCut ? new RowFault(-1, CaseloadKinds.LongRow, FormattableString.Invariant($"> {MaxRowBytes}"))
                : TextEncodings.IsUtf8(bytes) == false ? new RowFault(-1, CaseloadKinds.MixedEncoding, Encoding.UTF8.GetString(bytes))
                : null;
            yield return new TableRow(NumberOf(bytes) ?? "#" + line.Number.ToString("D12", CultureInfo.InvariantCulture), line.Number, fault is null ? [Encoding.UTF8.GetString(bytes)] : [], fault is null ? [] : [fault]);
        }
    }

    /// <summary>The household's own number; null when there is none, or the line is no JSON, which is told when it is read whole.</summary>
    private string? NumberOf(byte[] line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
                var isNumber = json.ValueTextEquals(words.Root.Name);
                json.Read();
                if (isNumber) return json.TokenType == JsonTokenType.String && Clean(json.GetString()!) is { Length: > 0 } text ? text : null;
                json.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
        return null;
    }
}
