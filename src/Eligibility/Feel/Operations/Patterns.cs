using System.Text;
using System.Text.RegularExpressions;
using Eligibility.Values;
using T = Eligibility.Values.FeelType;

namespace Eligibility.Feel;

/// <summary>
/// Functions with regular expressions, of the dialect of XPath and XQuery. They run without backtracking, so that their time grows
/// with the length of the text and the size of the pattern only; what needs backtracking is no valid pattern here.
/// </summary>
internal static class Patterns
{
    /// <summary>The largest pattern, counted repetitions written out.</summary>
    private const int MaxSize = 5_000;

    private static readonly T Flags = new OptionalType(T.String);

    public static IEnumerable<Operation> Rows() =>
    [
        Row("matches", ["input", "pattern"], T.Boolean, static (input, pattern, _) => Value.From(pattern.IsMatch(input))),
        Row("split", ["string", "delimiter"], T.ListOf(T.String), static (input, pattern, _) => Split(input, pattern), flags: false),
        Row("replace", ["input", "pattern", "replacement"], T.String, Replace),
    ];

    private static Operation Row(string name, string[] parameters, T result, Func<string, Regex, Value[], Value> apply, bool flags = true)
    {
        OperationParameter[] texts = [.. parameters.Select(p => new OperationParameter(p, T.String))];
        return new Operation
        {
            Name = name,
            Parameters = flags ? [.. texts, new("flags", Flags, IsOptional: true)] : texts,
            ResultOf = _ => result,
            ExtraSteps = static a => a[0].Kind == ValueKind.String && a[1].Kind == ValueKind.String ? Steps(a[0].Text, a[1].Text) : 0,
            Apply = a => Compile(a[1].Text, flags && a[^1].Kind == ValueKind.String ? a[^1].Text : "") is { } regex ? apply(a[0].Text, regex, a) : Faults.BadPattern,
        };
    }

    /// <summary>Whether a pattern with these flags is valid.</summary>
    public static bool IsValid(string pattern, string flags) => Compile(pattern, flags) is not null;

    /// <summary>The pattern ready to run; null when it is not valid or too large.</summary>
    private static Regex? Compile(string pattern, string flags)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            if (flag is not ('s' or 'm' or 'i' or 'x' or 'q')) return null;
            if (flag == 'i') options |= RegexOptions.IgnoreCase;
            if (flag == 'm') options |= RegexOptions.Multiline;
        }
        var translated = flags.Contains('q', StringComparison.Ordinal) ? Regex.Escape(pattern) : PatternTranslator.Translate(pattern, flags);
        if (translated is null || SizeOf(pattern) > MaxSize) return null;
        try
        {
            return new Regex(translated, options);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The length of a pattern with its counted repetitions written out, however they stand inside each other: an upper bound.</summary>
    private static int SizeOf(string pattern)
    {
        long size = pattern.Length;
        for (var i = 0; i < pattern.Length && size <= MaxSize; i++)
        {
            if (pattern[i] != '{') continue;
            var most = 0L;
            var number = 0L;
            for (i++; i < pattern.Length && (char.IsAsciiDigit(pattern[i]) || pattern[i] == ','); i++)
            {
                number = pattern[i] == ',' ? 0 : Math.Min((number * 10) + (pattern[i] - '0'), MaxSize + 1);
                most = Math.Max(most, number);
            }
            size *= Math.Max(most, 1);
        }
        return (int)Math.Min(size, MaxSize + 1);
    }

    private static int Steps(string input, string pattern) => 50 + SizeOf(pattern) + (int)Math.Min((long)input.Length * SizeOf(pattern) / 16, int.MaxValue / 4);

    private static Value Split(string input, Regex pattern)
    {
        if (pattern.IsMatch("")) return Faults.BadPattern;
        var parts = new List<Value>();
        var from = 0;
        for (var match = pattern.Match(input); match.Success; match = match.NextMatch())
        {
            parts.Add(Value.From(input[from..match.Index]));
            from = match.Index + match.Length;
        }
        parts.Add(Value.From(input[from..]));
        return Value.From(parts);
    }

    private static Value Replace(string input, Regex pattern, Value[] arguments)
    {
        // Where a pattern matches nothing at all, there is no saying what to replace.
        if (pattern.IsMatch("")) return Faults.BadPattern;
        var isLiteral = arguments[^1].Kind == ValueKind.String && arguments[^1].Text.Contains('q', StringComparison.Ordinal);
        var pieces = isLiteral ? [new Piece(arguments[2].Text, -1)] : ReadReplacement(arguments[2].Text, pattern.GetGroupNumbers().Length - 1);
        if (pieces is null) return Faults.BadPattern;
        var text = new StringBuilder();
        var from = 0;
        for (var match = pattern.Match(input); match.Success; match = match.NextMatch())
        {
            text.Append(input, from, match.Index - from);
            foreach (var piece in pieces) text.Append(piece.Group < 0 ? piece.Text : match.Groups[piece.Group].Value);
            from = match.Index + match.Length;
            if (text.Length > Strings.MaxLength) return Faults.TooLong;
        }
        return Strings.Bounded(text.Append(input, from, input.Length - from));
    }

    /// <summary>Reads a replacement: <c>$1</c> is a group, with as many digits as there are groups for, <c>\$</c> and <c>\\</c> are the signs themselves. Null when it is not valid.</summary>
    private static List<Piece>? ReadReplacement(string text, int groups)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i++];
            if (c == '\\')
            {
                if (i == text.Length || text[i] is not ('\\' or '$')) return null;
                pieces.Add(new Piece(text[i++].ToString(), -1));
            }
            else if (c == '$')
            {
                if (i == text.Length || !char.IsAsciiDigit(text[i])) return null;
                var group = text[i++] - '0';
                while (i < text.Length && char.IsAsciiDigit(text[i]) && (group * 10) + (text[i] - '0') <= groups) group = (group * 10) + (text[i++] - '0');
                pieces.Add(group <= groups ? new Piece("", group) : new Piece("", -1));
            }
            else
            {
                pieces.Add(new Piece(c.ToString(), -1));
            }
        }
        return pieces;
    }

    /// <summary>A part of a replacement: a text, or what a group matched.</summary>
    private readonly record struct Piece(string Text, int Group);
}
