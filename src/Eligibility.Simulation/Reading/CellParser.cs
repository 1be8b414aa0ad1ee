using System.Text;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Simulation.Reading;

/// <summary>
/// Reads the cells of one attribute straight into its column. It takes only what is written in the plainest way and surely right; anything else is
/// the exact reader's to judge.
/// </summary>
internal sealed class CellParser
{
    private readonly AttributeDeclaration _attribute;
    private readonly (byte[] Name, int Handle)[] _codes;
    private readonly long _least;
    private readonly long _most;
    private readonly bool _isReference;
    private readonly bool _mayBeNone;
    private readonly bool _mayBeUnknown;

    /// <param name="entity">The entity.</param>
    /// <param name="shape">Its column.</param>
    /// <param name="texts">The table in which the codes have their handles.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="knownAt">The day of knowledge, behind which facts do not lie.</param>
    /// <param name="day">The first day of the month that is decided.</param>
    public CellParser(EntityDeclaration entity, ColumnShape shape, Texts texts, Vocabulary.Vocabulary vocabulary, LocalDate knownAt, LocalDate day)
    {
        _attribute = shape.Attribute;
        _codes = [.. _attribute.Codes.Select(c => (Encoding.UTF8.GetBytes(c.Name), texts.HandleOf(c.Name)))];
        // A code that is called so comes first.
        bool IsCalled(Func<string, bool> word) => _attribute.Codes.Any(c => word(c.Name) || word(c.Label.Zh) || word(c.Label.En));
        _mayBeNone = shape.Kind != ColumnKind.Texts && _attribute.Absence == Absence.None && !IsCalled(Caseload.CellText.IsNone);
        _mayBeUnknown = shape.Kind != ColumnKind.Texts && !IsCalled(Caseload.CellText.IsUnknown);
        var roll = vocabulary.Roll;
        _isReference = roll?.Entity == entity && roll.Persons == _attribute.Name;
        if (shape.Kind == ColumnKind.Date)
        {
            var ahead = _attribute.MayLieAhead || (roll?.Entity == entity && (_attribute.Name == roll.From || _attribute.Name == roll.To));
            _most = ahead ? long.MaxValue : Value.From(knownAt).Packed;
            _least = (long)FactDate.FirstYear << 9;
            if (_attribute.MaxYears is { } years) _least = Math.Max(_least, Value.From(day.PlusYears(-years - 1)).Packed + 1);
        }
        else if (shape.Kind == ColumnKind.Number)
        {
            _most = (1L << shape.Bits) - 1;
            _least = -_most;
            if (_attribute.Maximum is { } max && Layout.TryFixed(max, shape.Scale, 62, out var most)) _most = Math.Min(_most, most);
            if (_attribute.Minimum is { } min && Layout.TryFixed(min, shape.Scale, 62, out var least)) _least = Math.Max(_least, least);
        }
    }

    /// <summary>Whether the cell names persons of the household, which is checked beside.</summary>
    public bool NamesPersons => _isReference;

    /// <summary>Reads a cell that is not empty; false when it is not plain.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, Column column, int row, Texts texts)
    {
        if (_mayBeNone && (cell.SequenceEqual("none"u8) || cell.SequenceEqual("无"u8)))
        {
            column.SetNone(row);
            return true;
        }
        if (_mayBeUnknown && (cell.SequenceEqual("unknown"u8) || cell.SequenceEqual("不详"u8)))
        {
            column.SetUnknown(row);
            return true;
        }
        switch (column.Shape.Kind)
        {
            case ColumnKind.Number:
                if (!TryNumber(cell, column.Shape.Scale, out var number) || number < _least || number > _most) return false;
                column.Set(row, number);
                return true;
            case ColumnKind.Flag:
                if (cell.SequenceEqual("true"u8)) column.Set(row, true);
                else if (cell.SequenceEqual("false"u8)) column.Set(row, false);
                else return false;
                return true;
            case ColumnKind.Date:
                if (!TryDate(cell, out var date) || date < _least || date > _most) return false;
                column.Set(row, date);
                return true;
            case ColumnKind.Text when _codes.Length > 0:
                foreach (var (name, code) in _codes)
                {
                    if (!cell.SequenceEqual(name)) continue;
                    column.Set(row, code);
                    return true;
                }
                return false;
            case ColumnKind.Text:
                if (!TryText(cell, texts, out var handle)) return false;
                column.Set(row, handle);
                return true;
            default:
                return TryTexts(cell, column, row, texts);
        }
    }

    /// <summary>A number as JSON has it, in steps of its last decimal.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> cell, int scale, out long number)
    {
        number = 0;
        var negative = cell.Length > 0 && cell[0] == '-';
        var at = negative ? 1 : 0;
        var whole = at;
        if (cell.Length - at is < 1 or > 16) return false;
        for (; at < cell.Length && cell[at] is >= (byte)'0' and <= (byte)'9'; at++) number = (number * 10) + cell[at] - '0';
        if (at == whole || (cell[whole] == '0' && at - whole > 1)) return false;
        var places = 0;
        if (at < cell.Length)
        {
            if (cell[at++] != '.' || at == cell.Length) return false;
            for (; at < cell.Length && cell[at] is >= (byte)'0' and <= (byte)'9'; at++, places++) number = (number * 10) + cell[at] - '0';
            if (at < cell.Length || places > scale) return false;
        }
        if (scale - places > 2) return TryScaled(ref number, scale - places, negative);
        for (; places < scale; places++) number *= 10;
        if (negative) number = -number;
        return true;
    }

    private static bool TryScaled(ref long number, int places, bool negative)
    {
        var scaled = (Int128)number * Layout.Power(Math.Min(places, 18));
        number = negative ? (long)-(scaled % long.MaxValue) : (long)(scaled % long.MaxValue);
        return places <= 18 && scaled < long.MaxValue;
    }

    private static bool TryDate(ReadOnlySpan<byte> cell, out long date)
    {
        date = 0;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-') return false;
        var (year, month, day) = (Digits(cell[..4]), Digits(cell[5..7]), Digits(cell[8..]));
        if (year < 0 || month is < 1 or > 12 || day < 1 || day > CalendarDate.DaysInMonth(year, month)) return false;
        date = ((long)year << 9) + (month << 5) + day;
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var d in digits)
        {
            if (d is < (byte)'0' or > (byte)'9') return -1;
            value = (value * 10) + d - '0';
        }
        return value;
    }

    /// <summary>A text of ordinary length without a word that stands for something else.</summary>
    private static bool TryText(ReadOnlySpan<byte> cell, Texts texts, out int handle)
    {
        handle = 0;
        Span<char> characters = stackalloc char[FactScalars.MaxLength];
        if (cell.Length > FactScalars.MaxLength || !Encoding.UTF8.TryGetChars(cell, characters, out var length)) return false;
        var text = characters[..length];
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\uFFFD') || text is "unknown" or "none" or "不详" or "无") return false;
        // A number with an exponent has lost digits.
        if (text.ContainsAny('e', 'E') && char.IsAsciiDigit(text[^1])) return false;
        handle = texts.HandleOf((ReadOnlySpan<char>)text);
        return true;
    }

    private static bool TryTexts(ReadOnlySpan<byte> cell, Column column, int row, Texts texts)
    {
        if (!cell.SequenceEqual("none"u8) && !cell.SequenceEqual("无"u8))
        {
            foreach (var part in cell.Split((byte)';'))
            {
                if (part.Start.Value == part.End.Value || !TryText(cell[part], texts, out var handle)) return false;
                column.AddElement(handle);
            }
        }
        column.SetKnown(row);
        return true;
    }
}
