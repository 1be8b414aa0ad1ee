using System.Text;

namespace Eligibility.Caseload;

/// <summary>
/// A file as UTF-8, decoded line by line. A line in another encoding than the file's comes with U+FFFD in it, which no honest text holds: so it is
/// found again as a row, and the others are read as they are.
/// </summary>
internal sealed class LineDecoder : Stream
{
    private readonly Stream _inner;
    private readonly IEnumerator<ByteLines.Line> _lines;
    private readonly bool _isGb18030;
    private byte[] _current = [];
    private int _position;

    public LineDecoder(Stream inner, bool isGb18030)
    {
        _inner = inner;
        _isGb18030 = isGb18030;
        _lines = ByteLines.Of(inner).GetEnumerator();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position == _current.Length)
        {
            if (!_lines.MoveNext()) return 0;
            _current = [.. Encoding.UTF8.GetBytes(Text(_lines.Current)), (byte)'\n'];
            _position = 0;
        }
        var taken = Math.Min(count, _current.Length - _position);
        Array.Copy(_current, _position, buffer, offset, taken);
        _position += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
            _inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private string Text(ByteLines.Line line)
    {
        if (line.IsCut) return "\uFFFD";
        if (!_isGb18030) return Encoding.UTF8.GetString(line.Bytes);
        // What is UTF-8 in a file of GB18030 would read as other characters, without a sign that anything is wrong.
        return TextEncodings.IsStrayUtf8(line.Bytes) ? "\uFFFD" + Encoding.UTF8.GetString(line.Bytes) : TextEncodings.Gb18030.GetString(line.Bytes);
    }
}
