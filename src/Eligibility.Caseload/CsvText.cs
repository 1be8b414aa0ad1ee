namespace Eligibility.Caseload;

/// <summary>Writes cells of CSV.</summary>
internal static class CsvText
{
    /// <summary>
    /// A cell, in quotes where RFC 4180 wants them. What a spreadsheet would take for a formula is preceded by an apostrophe: a list of
    /// rejected rows quotes what strangers wrote.
    /// </summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
