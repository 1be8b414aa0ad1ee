using System.Globalization;
using System.Text.RegularExpressions;
using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Caseload;

/// <summary>Turns the text of a cell into a fact as JSON would have it, in the ways that people write one. What can be read in two ways is refused.</summary>
internal static partial class CellText
{
    /// <summary>Serial numbers of fewer digits could be years.</summary>
    private const int FirstSerial = 10_000;
    private const int LastSerial = 99_999;
    private static readonly LocalDate SerialZero = new(1899, 12, 30);

    /// <summary>Whether a cell says that the fact is not known, where an empty one would say something else.</summary>
    public static bool IsUnknown(string text) => text is "不详" or "unknown";

    /// <summary>Whether a cell says that there is no such thing.</summary>
    public static bool IsNone(string text) => text is "无" or "none";

    /// <summary>Whether a cell says that the table of the list has rows.</summary>
    public static bool IsListed(string text) => text is "有" or "listed";

    /// <summary>The fact; null when the cell says nothing or, reported, nothing that can be used.</summary>
    /// <param name="attribute">The attribute of the column.</param>
    /// <param name="text">The cell, trimmed.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static FactNode? Read(AttributeDeclaration attribute, string text, Location at, DiagnosticBag bag)
    {
        if (text.Length == 0) return null;
        if (attribute.Type is CodeType) return ReadCode(attribute, text, at);
        if (IsUnknown(text)) return FactNode.Scalar(null, at);
        if (attribute.Type is ListType) return ReadList(text, at);
        if (IsNone(text) && attribute.Absence == Absence.None) return null;
        var read = text;
        if (attribute.Type.Equals(FeelType.Boolean)) read = ReadBoolean(attribute, text, at, bag);
        else if (attribute.Type.Equals(FeelType.Number)) read = ReadNumber(attribute, text, at, bag);
        else if (attribute.Type.Equals(FeelType.Date)) read = ReadDate(attribute, text, at, bag);
        else if (Scientific().IsMatch(text)) return Refuse(() => bag.RowFault(at, CaseloadKinds.LostDigits, text));
        return read is null ? null : FactNode.Scalar(read, at);
    }

    /// <summary>A number as people write one: with a thousands separator at every third digit, or without. Null when it is neither.</summary>
    public static string? Plain(string text) =>
        Scientific().IsMatch(text) ? null : !text.Contains(',', StringComparison.Ordinal) ? text : Thousands().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : null;

    /// <summary>The day of a spreadsheet's serial number, counted from 1900 as spreadsheets do. Null before 1 March 1900, where they disagree, and after 2173.</summary>
    public static LocalDate? Serial(int days, bool from1904) => from1904
        ? days is >= 0 and <= LastSerial ? new LocalDate(1904, 1, 1).PlusDays(days) : null
        : days is > 60 and <= LastSerial ? SerialZero.PlusDays(days) : null;

    /// <summary>A day in one of the forms in which people write it, as 1931-05-02; null for anything else. Whether there is such a day is not asked.</summary>
    public static string? Day(string text)
    {
        var parts = DateForm().Match(Midnight().Replace(text, ""));
        return parts.Success ? $"{parts.Groups["y"].Value}-{parts.Groups["m"].Value.PadLeft(2, '0')}-{parts.Groups["d"].Value.PadLeft(2, '0')}" : null;
    }

    private static FactNode? Refuse(Action report)
    {
        report();
        return null;
    }

    private static FactNode? ReadCode(AttributeDeclaration attribute, string text, Location at)
    {
        // A code of that name comes first: for many attributes “none” is one.
        if (attribute.Code(text) is null && attribute.Codes.FirstOrDefault(c => c.Label.Zh == text || c.Label.En == text) is { } meant) return FactNode.Scalar(meant.Name, at);
        if (attribute.Code(text) is null && IsUnknown(text)) return FactNode.Scalar(null, at);
        return attribute.Code(text) is null && IsNone(text) && attribute.Absence == Absence.None ? null : FactNode.Scalar(text, at);
    }

    private static FactNode ReadList(string text, Location at) =>
        FactNode.Array(IsNone(text) ? [] : [.. text.Split(';', '；').Select(t => FactNode.Scalar(t.Trim(), at))], at);

    private static string? ReadBoolean(AttributeDeclaration attribute, string text, Location at, DiagnosticBag bag)
    {
        switch (text)
        {
            case "是" or "true" or "TRUE" or "True": return "true";
            case "否" or "false" or "FALSE" or "False": return "false";
            default:
                bag.BadCellBoolean(at, text, attribute.Label);
                return null;
        }
    }

    private static string? ReadNumber(AttributeDeclaration attribute, string text, Location at, DiagnosticBag bag)
    {
        if (Plain(text) is { } plain) return plain;
        bag.BadCellNumber(at, text, attribute.Label, Scientific().IsMatch(text)
            ? new("科学记数法可能已丢位数", "scientific notation may have lost digits")
            : new("逗号不在千位上", "the comma separates no thousands"));
        return null;
    }

    private static string? ReadDate(AttributeDeclaration attribute, string text, Location at, DiagnosticBag bag)
    {
        if (Day(text) is { } iso) return iso;
        var day = Midnight().Replace(text, "");
        if (int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial && day.Length == 5)
            return FeelDate.Format(Serial(serial, from1904: false)!.Value);
        var why = day.Length == 4 && day.All(char.IsAsciiDigit)
            ? new LocalText("分不清是年份还是日期序号", "it may be a year or a serial number")
            : new LocalText("有几种读法，或不是日期", "it can be read in more ways than one, or is no date");
        bag.BadCellDate(at, text, attribute.Label, why, FactDate.Problem(day, out _)?.Advice ?? new("写作 1931-05-02。", "Write it as 1931-05-02."));
        return null;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<m>\d{1,2})-(?<d>\d{1,2})|/(?<m>\d{1,2})/(?<d>\d{1,2})|年(?<m>\d{1,2})月(?<d>\d{1,2})日|(?<m>\d{2})(?<d>\d{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    // An export of a database adds the midnight that every day begins with.
    [GeneratedRegex(@"[ T]0{1,2}:00(:00)?(\.0+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^-?\d(\.\d+)?[eE]\+?\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();
}
