using System.Text;

namespace Eligibility.Tests.Fuzz;

/// <summary>Makes a wrong input out of right ones: cuts, repeats, swaps, splices, and puts in what grammars stumble over.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Tokens =
    [
        "(", ")", "[", "]", "{", "}", "\"", "'", ",", ":", "..", "-", "*", "**", "/", "+", "<", ">=", "!=", "=", " and ", " or ", "not(", "if ", " then ", " else ", "for i in ", " return ", "some x in ", " satisfies ",
        " in ", " between ", " instance of ", "null", "true", "false", "@\"", "date(\"", "duration(\"P", "1E-40", "010", "0x10", "NaN", "99999999999999999999999999999999999999999", "-0", "1e999999", "0.1", "1/3", "9007199254740993",
        "\n", "\r\n", "\t", " #", "# x\n", "- ", "? ", "&a ", "*a", "!!str ", "|", ">", "|\n  ", "---\n", "...\n", "\uFEFF", "\u202E", "\u200B", "\uD800", "\uDC00", "е", "（", "）", "，", "≥", "社", "\0", "\u0001", "\\u0000", "\\uD800",
        "\"\":", "override: true", "name: ", "formula: ", "per: member", "cite: ", "from: 2024-02-30", "programmes.", "month.end", "route", "covered", "members", "2024-02-29", "9999-12-31", "0000-00-00",
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] input, byte[] other)
    {
        var bytes = input.ToList();
        for (var n = _random.Next(1, 8); n > 0; n--) Step(bytes, other);
        return [.. bytes];
    }

    private void Step(List<byte> bytes, byte[] other)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, _random.Next(_random.Next(2) == 0 ? 4 : 80));
        switch (_random.Next(9))
        {
            case 0: bytes.RemoveRange(at, length); break;
            case 1: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 2 when at < bytes.Count: bytes[at] = (byte)_random.Next(256); break;
            case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)])); break;
            case 4:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]));
                break;
            case 5 when other.Length > 0:
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, _random.Next(200))).ToArray());
                break;
            case 6:
                var moved = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(_random.Next(bytes.Count + 1), moved);
                break;
            case 7:
                var unit = Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]);
                for (var n = _random.Next(2, _random.Next(8) == 0 ? 4000 : 40); n > 0; n--) bytes.InsertRange(at, unit);
                break;
            case 8: bytes.RemoveRange(at, bytes.Count - at); break;
        }
        if (bytes.Count > 200_000) bytes.RemoveRange(200_000, bytes.Count - 200_000);
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
