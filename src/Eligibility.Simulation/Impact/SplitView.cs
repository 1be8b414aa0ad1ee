using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Eligibility.Simulation.Impact;

/// <summary>What one variant gives a group of households.</summary>
/// <param name="Paid">What is paid in a month, fen times millionths.</param>
/// <param name="Covered">The persons covered by any programme, millionths.</param>
/// <param name="Changes">How many households change how, millionths; 0 throughout for the rules as they are.</param>
internal sealed record GroupShare(Int128 Paid, Int128 Covered, IReadOnlyDictionary<Change, Int128> Changes)
{
    public Int128 Better => Changes[Change.Entering] + Changes[Change.Gaining];

    public Int128 Worse => Changes[Change.Leaving] + Changes[Change.Losing];

    public static GroupShare operator +(GroupShare a, GroupShare b) => new(a.Paid + b.Paid, a.Covered + b.Covered, a.Changes.ToDictionary(c => c.Key, c => c.Value + b.Changes[c.Key]));
}

/// <summary>A group of households.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Households">How many there are, millionths.</param>
/// <param name="Persons">How many persons are in them, millionths.</param>
/// <param name="Variants">What each variant gives them.</param>
internal sealed record GroupView(string Key, string Label, Int128 Households, Int128 Persons, IReadOnlyList<GroupShare> Variants);

/// <summary>Households told apart by one thing.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Label">What tells them apart.</param>
/// <param name="Groups">The groups that have households; those of whom it is not known stand last.</param>
internal sealed record SplitView(string Name, string Label, IReadOnlyList<GroupView> Groups)
{
    /// <summary>Whether it tells anything: there are two groups, or one of which it is known.</summary>
    public bool TellsApart => Groups.Count > 1 || (Groups.Count == 1 && Groups[0].Key != Split.Unknown);

    /// <summary>A split by what the frame says of it; null where it was dropped for having too many groups.</summary>
    public static SplitView? Of(JToken frame, ResultView result)
    {
        var name = (string)frame["name"]!;
        if (result.Tally[SplitLimit.Mark(name)] != 0) return null;
        var (known, keys) = ((JObject)frame["groups"]!, KeysOf(name, result));
        var order = known.Properties().Select(p => p.Name).ToList();
        string LabelOf(string key) => key == Split.Unknown ? result.Say("不明", "not known") : known[key] is { } label ? result.Name(label) : key;
        return new SplitView(name, result.Name(frame["label"]!),
        [
            .. keys.OrderBy(k => k == Split.Unknown).ThenBy(k => order.IndexOf(k) is >= 0 and var i ? i : order.Count).ThenBy(k => k, StringComparer.Ordinal).Select(k => Group(name, k, LabelOf(k), result)),
        ]);
    }

    /// <summary>
    /// Tenths of the households by income, lowest first, and those whose income is not known. A tenth ends with the span of income that fills it: households in
    /// one span are not parted, so that a tenth may be larger than another, and a span in which many stand makes several tenths.
    /// </summary>
    public static SplitView Deciles(string label, ResultView result)
    {
        var spans = KeysOf(Split.Means.Name, result).Select(k => int.Parse(k, CultureInfo.InvariantCulture)).Order().Select(n => (Span: n, Group: Group(Split.Means.Name, n.ToString(CultureInfo.InvariantCulture), "", result))).ToArray();
        var known = spans.Where(s => s.Span != MeansSpans.Unknown).ToArray();
        var total = known.Aggregate(Int128.Zero, (sum, s) => sum + s.Group.Households);
        var (upTo, full, first, groups) = (Int128.Zero, 0, 0, new List<GroupView>());
        GroupView? open = null;
        foreach (var (span, group) in known)
        {
            if (open is null) first = span;
            open = open is null ? group : Sum(open, group);
            upTo += group.Households;
            var tenths = (int)(upTo * 10 / total);
            if (tenths == full) continue;
            groups.Add(open with { Key = tenths.ToString(CultureInfo.InvariantCulture), Label = LabelOf(full + 1, tenths, first, span, result) });
            (open, full) = (null, tenths);
        }
        groups.AddRange(spans.Where(s => s.Span == MeansSpans.Unknown).Select(s => s.Group with { Key = Split.Unknown, Label = result.Say("不明", "not known") }));
        return new SplitView(Split.Means.Name, label, groups);
    }

    private static string LabelOf(int firstTenth, int lastTenth, int from, int to, ResultView result)
    {
        string Yuan(int span) => Figures.Count((Int128)span * MeansSpans.Width / 100 * Reading.Weights.One);
        var tenths = firstTenth == lastTenth ? $"{firstTenth}" : $"{firstTenth}—{lastTenth}";
        return to == MeansSpans.Last
            ? result.Say($"第{tenths}组（{Yuan(from)} 元以上）", $"{tenths} ({Yuan(from)} yuan and more)")
            : result.Say($"第{tenths}组（{Yuan(from)}—{Yuan(to + 1)} 元）", $"{tenths} ({Yuan(from)} to {Yuan(to + 1)} yuan)");
    }

    private static GroupView Sum(GroupView a, GroupView b) => a with { Households = a.Households + b.Households, Persons = a.Persons + b.Persons, Variants = [.. a.Variants.Zip(b.Variants, (x, y) => x + y)] };

    private static IEnumerable<string> KeysOf(string name, ResultView result)
    {
        var prefix = $"split/{name}/households/";
        return result.Tally.Sums.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]);
    }

    private static GroupView Group(string name, string key, string label, ResultView result)
    {
        Int128 Of(string what) => result.Tally[$"split/{name}/{what}/{key}"];
        return new GroupView(key, label, Of("households"), Of("persons"),
            [.. result.Variants.Select(v => new GroupShare(Of($"v{v.Index}/paid"), Of($"v{v.Index}/covered"), Enum.GetValues<Change>().ToDictionary(c => c, c => Of($"v{v.Index}/{c}"))))]);
    }
}
