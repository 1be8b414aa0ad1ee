using System.Text;
using System.Text.Json;
using Eligibility.Diagnostics;

namespace Eligibility.Text;

/// <summary>
/// Reads a JSON text (RFC 8259, nothing more lenient) into a tree that keeps places and number texts. It takes time and memory
/// in proportion to the file and keeps its own stack, so that no input can exhaust the thread's.
/// </summary>
internal ref struct JsonDocumentReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>How many objects and arrays may stand inside one another.</summary>
    public const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private int _bytePosition;
    private int _charPosition;

    private JsonDocumentReader(ReadOnlySpan<byte> utf8, SourceText source, DiagnosticBag bag)
    {
        _utf8 = utf8;
        _source = source;
        _bag = bag;
    }

    /// <summary>
    /// The root of the tree. Null, with one error in <paramref name="bag"/>, when the text cannot be read at all; duplicate keys
    /// and dangerous characters are errors too, all of them reported, but leave a tree so that the rest can be checked.
    /// </summary>
    /// <param name="name">The name that diagnostics print.</param>
    /// <param name="utf8">The bytes of the file; a UTF-8 byte order mark is accepted and does not count as a character.</param>
    /// <param name="bag">Takes the mistakes.</param>
    /// <param name="source">The text, for whoever reports more; empty when the file is too large.</param>
    public static JsonNode? Read(string name, ReadOnlySpan<byte> utf8, DiagnosticBag bag, out SourceText source)
    {
        if (utf8.Length > MaxBytes)
        {
            source = new SourceText(name, "");
            bag.JsonTooLarge(source.At(default), utf8.Length, MaxBytes);
            return null;
        }
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!Utf8Decoder.TryDecode(name, utf8, bag.NotUtf8, out source)) return null;
        return new JsonDocumentReader(utf8, source, bag).Read();
    }

    private JsonNode? Read()
    {
        // One level more than allowed, so that the depth is reported here and not by the reader as a syntax error.
        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        JsonNode? root = null;
        JsonContainerNode? container = null;
        (string Text, TextSpan Span) key = default;
        var last = JsonTokenType.None;
        var end = 0;
        try
        {
            while (reader.Read())
            {
                last = reader.TokenType;
                var span = SpanOf(ref reader);
                if (last == JsonTokenType.PropertyName)
                {
                    var name = JsonStringDecoder.Decode(Inside(span), out var problem);
                    if (problem is not null) Report(problem, span, container!.Path);
                    key = (name, span);
                }
                else if (last is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    container!.Close(span.End);
                    container = container.Parent;
                }
                else
                {
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth)
                    {
                        _bag.JsonTooDeep(_source.At(span), MaxDepth);
                        return null;
                    }
                    var node = Create(ref reader, container, key.Text, span);
                    Attach(container, key, node);
                    root ??= node;
                    container = node as JsonContainerNode ?? container;
                }
                end = checked((int)reader.BytesConsumed);
            }
            return root;
        }
        catch (JsonException)
        {
            // The reader's own message is in English and names bytes; what went wrong is worked out anew from the last good place.
            new JsonSyntaxError(_source, CharacterAt(end), container, last, _bag).Report();
            return null;
        }
    }

    private readonly JsonNode Create(ref Utf8JsonReader reader, JsonContainerNode? parent, string? key, TextSpan span) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new JsonObjectNode(parent, key, span),
        JsonTokenType.StartArray => new JsonArrayNode(parent, key, span),
        JsonTokenType.String => CreateString(parent, key, span),
        JsonTokenType.Number => new JsonNumberNode(parent, key, span, _source),
        JsonTokenType.Null => new JsonNullNode(parent, key, span),
        _ => new JsonBooleanNode(parent, key, span, reader.TokenType == JsonTokenType.True),
    };

    private readonly JsonStringNode CreateString(JsonContainerNode? parent, string? key, TextSpan span)
    {
        var node = new JsonStringNode(parent, key, span, JsonStringDecoder.Decode(Inside(span), out var problem));
        if (problem is not null) Report(problem, span, node.Path);
        return node;
    }

    private readonly ReadOnlySpan<char> Inside(TextSpan quoted) => _source.Content.AsSpan(quoted.Start + 1, quoted.Length - 2);

    private readonly void Report(JsonStringProblem problem, TextSpan quoted, string path)
    {
        var at = _source.At(new TextSpan(quoted.Start + 1 + problem.Start, problem.Length));
        if (problem.IsLoneSurrogate) _bag.JsonLoneSurrogate(at, path);
        else _bag.JsonHiddenCharacter(at, problem.Character, problem.Count, path);
    }

    private readonly void Attach(JsonContainerNode? container, (string Text, TextSpan Span) key, JsonNode node)
    {
        if (container is JsonArrayNode array) array.Add(node);
        else if (container is JsonObjectNode owner)
        {
            if (owner.TryGet(key.Text, out var first)) _bag.JsonDuplicateKey(_source.At(key.Span), key.Text, _source.At(first.KeySpan), owner.PathOf(key.Text));
            else owner.Add(new JsonProperty(key.Text, key.Span, node));
        }
    }

    private TextSpan SpanOf(ref Utf8JsonReader reader)
    {
        var start = checked((int)reader.TokenStartIndex);
        // The value leaves out the quotes, and the reader has already consumed the colon behind a key.
        var quotes = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var from = CharacterAt(start);
        return TextSpan.FromBounds(from, CharacterAt(start + reader.ValueSpan.Length + quotes));
    }

    /// <summary>The UTF-16 offset of a byte offset. Called with rising offsets only: each byte is counted once.</summary>
    private int CharacterAt(int byteOffset)
    {
        if (_utf8.Length == _source.Content.Length) return byteOffset;
        _charPosition += Encoding.UTF8.GetCharCount(_utf8[_bytePosition..byteOffset]);
        _bytePosition = byteOffset;
        return _charPosition;
    }
}
