using Eligibility.Caseload;

namespace Eligibility.Simulation.Reading;

/// <summary>
/// Goes through the lines of a CSV table as bytes, without making strings. The lines of the household at hand stay in memory until
/// <see cref="Release"/>, so that they can be read again by the reader that says what is wrong with them.
/// </summary>
internal sealed class ByteCursor : IDisposable
{
    private readonly FileStream _stream;
    private readonly int _household;
    private readonly int[] _from;
    private readonly int[] _to;
    private byte[] _bytes = new byte[1 << 18];
    private int _kept;
    private int _line;
    private int _next;
    private int _end;
    private long _lineNumber;
    private long _keptLines;

    /// <param name="table">The table, which must be plain.</param>
    public ByteCursor(CsvTable table)
    {
        Table = table;
        var (path, firstRow) = table.Plain!.Value;
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        _household = table.Header!.HouseholdIndex;
        (_from, _to) = (new int[table.Header.Bound.Count], new int[table.Header.Bound.Count]);
        for (var skipped = 1L; skipped < firstRow && NextLine(); skipped++) Release();
        Release();
        _lineNumber = firstRow - 1;
        Advance();
    }

    public CsvTable Table { get; }

    /// <summary>How much of the file was read, in thousandths.</summary>
    public int Read => (int)(_stream.Position * 1000 / Math.Max(1, _stream.Length));

    /// <summary>Whether there is a row; false behind the last.</summary>
    public bool HasRow { get; private set; }

    /// <summary>Whether the row is more than commas can tell: quotes with something in them, or another number of fields than the header has.</summary>
    public bool IsOdd { get; private set; }

    /// <summary>The household that the row names.</summary>
    public ReadOnlySpan<byte> Household => Field(_household);

    /// <summary>The household of an odd row, as far as it can be told, is not to be relied on.</summary>
    public ReadOnlySpan<byte> Field(int index) => _bytes.AsSpan(_from[index], _to[index] - _from[index]);

    /// <summary>Goes to the next row; empty lines are passed over.</summary>
    public void Advance()
    {
        do
        {
            if (!(HasRow = NextLine())) return;
        }
        while (_next - _line <= 2 && _bytes.AsSpan(_line, _next - _line).IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0);
        Split();
    }

    /// <summary>The lines from the last release up to the row at hand, that one left out.</summary>
    public Stream Kept(out long linesBefore)
    {
        linesBefore = _keptLines;
        return new MemoryStream(_bytes[_kept..(HasRow ? _line : _next)]);
    }

    /// <summary>Lets go of the lines before the row at hand.</summary>
    public void Release()
    {
        _kept = HasRow ? _line : _next;
        _keptLines = HasRow ? _lineNumber - 1 : _lineNumber;
    }

    public void Dispose() => _stream.Dispose();

    private bool NextLine()
    {
        _line = _next;
        var searched = _line;
        while (true)
        {
            var found = _bytes.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _next = searched + found + 1;
                _lineNumber++;
                return true;
            }
            searched = _end;
            var shift = _kept;
            if (!Fill())
            {
                _next = _end;
                if (_line == _end) return false;
                _lineNumber++;
                return true;
            }
            searched -= shift;
        }
    }

    /// <summary>Reads on, moving what is kept to the front; false at the end of the file.</summary>
    private bool Fill()
    {
        if (_kept > 0)
        {
            Buffer.BlockCopy(_bytes, _kept, _bytes, 0, _end - _kept);
            (_line, _next, _end, _kept) = (_line - _kept, _next - _kept, _end - _kept, 0);
        }
        if (_end == _bytes.Length)
        {
            if (_bytes.Length > 1 << 28) throw new UnsortedException();
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
        var read = _stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        return read > 0;
    }

    private void Split()
    {
        var end = _next;
        if (end > _line && _bytes[end - 1] == '\n') end--;
        if (end > _line && _bytes[end - 1] == '\r') end--;
        if (_line == 0 && _lineNumber == 1 && _bytes.AsSpan(0, end).StartsWith("\uFEFF"u8)) _line = 3;
        var (field, at) = (0, _line);
        IsOdd = false;
        while (true)
        {
            if (field == _from.Length)
            {
                IsOdd = true;
                return;
            }
            if (at < end && _bytes[at] == '"')
            {
                var close = _bytes.AsSpan(at + 1, end - at - 1).IndexOf((byte)'"');
                (_from[field], _to[field]) = (at + 1, at + 1 + Math.Max(close, 0));
                at += close + 2;
                IsOdd |= close < 0 || (at < end && _bytes[at] != ',');
                if (IsOdd) at = Math.Max(at, _from[field]);
            }
            else
            {
                _from[field] = at;
                while (at < end && _bytes[at] != ',')
                {
                    IsOdd |= _bytes[at] is (byte)'"' or (byte)'\r';
                    at++;
                }
                _to[field] = at;
            }
            field++;
            if (at >= end || IsOdd) break;
            at++;
        }
        if (field == _from.Length && !IsOdd) return;
        IsOdd = true;
        for (; field < _from.Length; field++) (_from[field], _to[field]) = (end, end);
    }
}

/// <summary>The caseload is not in the order of its households, or otherwise more than bytes can tell: it is read again by the reader that can sort it.</summary>
internal sealed class UnsortedException : Exception;
