using System.Text;
using Eligibility.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Eligibility.Text;

/// <summary>
/// Reads a YAML file into a tree that keeps places. It takes a strict part of YAML, in which one text can be read in one way
/// only: no anchors, aliases, tags, folded texts, texts over several lines, second documents or duplicate keys; and it takes
/// every scalar for a text.
/// </summary>
internal sealed partial class YamlReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>How many maps and lists may stand inside one another.</summary>
    public const int MaxDepth = 50;

    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly string _text;
    private readonly Parser _parser;
    private readonly Stack<Location> _open = new();

    private YamlReader(SourceText source, DiagnosticBag bag)
    {
        _source = source;
        _bag = bag;
        _text = Harmless(source, bag);
        _parser = new Parser(new StringReader(_text));
    }

    /// <summary>
    /// The root of the tree. Null, with an error in <paramref name="bag"/>, when the file cannot be read to its end; every other
    /// mistake is reported and leaves a tree, so that the rest can be checked.
    /// </summary>
    /// <param name="name">The name that diagnostics print.</param>
    /// <param name="bytes">The bytes of the file; a UTF-8 byte order mark is accepted and does not count as a character.</param>
    /// <param name="bag">Takes the mistakes.</param>
    /// <param name="source">The text, for whoever reports more; empty when the file is too large.</param>
    public static YamlNode? Read(string name, byte[] bytes, DiagnosticBag bag, out SourceText source)
    {
        if (bytes.Length > MaxBytes)
        {
            source = new SourceText(name, "");
            bag.YamlTooLarge(source.At(default), bytes.Length, MaxBytes);
            return null;
        }
        var utf8 = bytes.AsSpan();
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        return Utf8Decoder.TryDecode(name, utf8, bag.YamlNotUtf8, out source) ? new YamlReader(source, bag).Read() : null;
    }

    /// <summary>The same for whoever does not need the text.</summary>
    public static YamlNode? Read(string name, byte[] bytes, DiagnosticBag bag) => Read(name, bytes, bag, out _);

    private YamlNode? Read()
    {
        if (!Next() || !Next()) return null;
        if (_parser.Current is StreamEnd) return Empty();
        if (!Next() || Node() is not { } root || !Next() || !Next()) return null;
        if (_parser.Current is DocumentStart second) _bag.YamlSecondDocument(At(IndexOf(second.Start), 3));
        return root is YamlScalar { IsMissing: true } ? Empty() : root;
    }

    private YamlNode? Empty()
    {
        _bag.YamlEmpty(_source.At(default));
        return null;
    }

    /// <summary>Passes to the next event; false, with an error, where the text is no YAML.</summary>
    private bool Next()
    {
        try
        {
            if (_parser.MoveNext()) return true;
            ReportSyntax("", _text.Length);
        }
        catch (YamlException e)
        {
            ReportSyntax(e.Message, IndexOf(e.Start));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException or FormatException or IndexOutOfRangeException
            or NullReferenceException or InvalidCastException)
        {
            // The package stumbles over an open bracket before a line that begins with a key, and perhaps over other bad files.
            var opener = _open.TryPeek(out var open) ? _text[open.Span.Start] : ' ';
            var problem = opener == '[' ? "flow: ',' or ']'" : opener == '{' ? "flow: ',' or '}'" : "";
            var last = _parser.Current is { } current ? IndexOf(current.End) : 0;
            ReportSyntax(problem, problem.Length > 0 ? LineEnd(last) : last);
        }
        return false;
    }

    private void ReportSyntax(string problem, int index)
    {
        // What is missing at the end of the file is shown behind the last character, not below it.
        index = Math.Min(index, _text.AsSpan().TrimEnd().Length);
        Location? opened = problem.Contains("flow", StringComparison.Ordinal) && _open.TryPeek(out var open) ? open : null;
        _bag.YamlSyntax(At(index, index < _text.Length && _text[index] is not ('\n' or '\r') ? 1 : 0), problem, opened);
    }

    /// <summary>The node that begins at the current event, which is its last event afterwards; null when the file cannot be read on.</summary>
    private YamlNode? Node()
    {
        switch (_parser.Current)
        {
            case AnchorAlias alias:
                // The first one ends the reading: a file full of them cannot cost anything.
                _bag.YamlAlias(At(IndexOf(alias.Start), IndexOf(alias.End) - IndexOf(alias.Start)));
                return null;
            case Scalar scalar:
                CheckProperties(scalar);
                return ReadScalar(scalar);
            case MappingStart map:
                return Enter(map) ? Leave(Map(map)) : null;
            case SequenceStart sequence:
                return Enter(sequence) ? Leave(Sequence(sequence)) : null;
            default:
                ReportSyntax("expected node content", IndexOf(_parser.Current!.Start));
                return null;
        }
    }

    private bool Enter(NodeEvent start)
    {
        CheckProperties(start);
        if (_open.Count == MaxDepth)
        {
            _bag.YamlTooDeep(At(IndexOf(start.Start), 1), MaxDepth);
            return false;
        }
        _open.Push(At(IndexOf(start.Start), 1));
        return true;
    }

    private YamlNode? Leave(YamlNode? node)
    {
        _open.Pop();
        return node;
    }

    private YamlMap? Map(MappingStart start)
    {
        var entries = new List<(YamlScalar Key, YamlNode Value)>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        while (Next())
        {
            if (_parser.Current is MappingEnd end)
            {
                var first = entries.Count > 0 ? entries[0].Key.Location.Span.Start : IndexOf(start.Start);
                var from = start.Style == MappingStyle.Flow && _text.AsSpan(IndexOf(start.Start)).StartsWith("{") ? IndexOf(start.Start) : first;
                var last = entries.Count > 0 ? entries[^1].Value.Location.Span.End : from;
                return new YamlMap(entries, Bounds(from, last, end, '}')) { IsFlow = start.Style == MappingStyle.Flow };
            }
            if (Node() is not { } key || !Next() || Node() is not { } value) return null;
            if (key is not YamlScalar { IsMissing: false } name) _bag.YamlKeyNotText(key.Location);
            else if (!seen.TryAdd(name.Text, name)) _bag.YamlDuplicateKey(name.Location, name.Text, seen[name.Text].Location);
            else entries.Add((name, value is YamlScalar { IsMissing: true } missing ? PlaceBehind(name, missing) : value));
        }
        return null;
    }

    private YamlSequence? Sequence(SequenceStart start)
    {
        var items = new List<YamlNode>();
        while (Next())
        {
            if (_parser.Current is SequenceEnd end)
            {
                var from = IndexOf(start.Start);
                var last = items.Count > 0 ? items[^1].Location.Span.End : from;
                return new YamlSequence(items, Bounds(from, last, end, ']')) { IsFlow = start.Style == SequenceStyle.Flow };
            }
            if (Node() is not { } item) return null;
            items.Add(item);
        }
        return null;
    }

    /// <summary>From an offset to the end of the last child or, in brackets, to the closing one.</summary>
    private Location Bounds(int from, int lastChild, ParsingEvent end, char closer)
    {
        var close = IndexOf(end.Start);
        var to = close < _text.Length && _text[close] == closer && close >= lastChild ? close + 1 : lastChild;
        return At(from, Math.Max(0, to - from));
    }

    private void CheckProperties(NodeEvent node)
    {
        var at = IndexOf(node.Start);
        if (!node.Anchor.IsEmpty) _bag.YamlAnchor(At(at, 1));
        if (!node.Tag.IsEmpty && (!node.Tag.IsNonSpecific || node.Tag.Value == "!")) _bag.YamlTag(At(at, 1));
    }

    private int IndexOf(Mark mark) => (int)Math.Clamp(mark.Index, 0, _text.Length);

    private Location At(int start, int length) => _source.At(new TextSpan(start, Math.Min(length, _text.Length - start)));
}
