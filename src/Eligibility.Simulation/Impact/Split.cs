using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Impact;

/// <summary>What a report tells households apart by: the attributes that the vocabulary marks, and beside them what every caseload has.</summary>
/// <param name="Name">Its name in the tally; those of attributes begin with "fact.", so that none is taken for another.</param>
/// <param name="Label">How people call it.</param>
/// <param name="Groups">How people call its groups, where that is known beforehand, in their order.</param>
internal sealed record Split(string Name, LocalText Label, IReadOnlyList<(string Group, LocalText Label)> Groups)
{
    /// <summary>The group of those of whom it is not known.</summary>
    public const string Unknown = "?";

    /// <summary>The groups of a yes or no, and of a list in which there is something or not.</summary>
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>More groups than this are no groups: a text that differs in every household.</summary>
    public const int MostGroups = 1000;

    /// <summary>Households of this size and more are counted together.</summary>
    public const int LargestSize = 8;

    public static readonly Split Size = new("size", new("户人数", "size of the household"),
        [.. Enumerable.Range(1, LargestSize).Select(n => (n.ToString(System.Globalization.CultureInfo.InvariantCulture), n == LargestSize ? new LocalText($"{n} 人及以上", $"{n} and more") : new LocalText($"{n} 人", $"{n}")))]);

    /// <summary>The place that the household names itself: its township or village.</summary>
    public static Split Place(IEnumerable<Jurisdiction> places) => new("place", new("地区", "place"), [.. places.Select(p => (p.Code, p.Name))]);

    /// <summary>Spans of income; which of them make a tenth of the households is known only when all are counted.</summary>
    public static readonly Split Means = new("means", new("收入", "means"), []);

    public static Split Of(AttributeDeclaration a) => new($"fact.{a.Name}", a.Label, a.Codes.Count > 0 ? [.. a.Codes.Select(c => (c.Name, c.Label))]
        : a.Type is Values.ListType ? [(Yes, new("有", "some")), (No, new("没有", "none"))]
        : a.Type.Equals(Values.FeelType.Boolean) ? [(Yes, new("是", "yes")), (No, new("否", "no"))] : []);

    /// <summary>The group of each household by an attribute.</summary>
    public static Func<Chunk, Household, string> GroupBy(EntityDeclaration entity, AttributeDeclaration a, Layout layout)
    {
        var isRoot = entity.Parent is null;
        var child = a.Type is Values.ListType { Element: Values.EntityType e } ? e.Declaration : null;
        return (chunk, h) =>
        {
            var column = chunk[entity].Columns[a.Slot];
            if (child is not null)
            {
                if (chunk.FirstRow(child, h.Row + 1) > chunk.FirstRow(child, h.Row)) return Yes;
                var (from, to) = isRoot ? (h.Row, h.Row + 1) : (h.FirstPerson, h.EndPerson);
                return column.Unknown.AsSpan(from, to - from).Contains(true) ? Unknown : No;
            }
            if (column.Unknown[h.Row] || column.None[h.Row]) return Unknown;
            return column.Shape.Kind == ColumnKind.Flag ? column.Flags[h.Row] ? Yes : No : chunk.Texts[column.Values[h.Row]];
        };
    }
}

/// <summary>Spans of income, so that what is kept of it does not grow with the caseload.</summary>
internal static class MeansSpans
{
    /// <summary>Fen in a span: ten yuan.</summary>
    public const int Width = 1000;

    /// <summary>The span of those whose income is not known.</summary>
    public const int Unknown = -1;

    /// <summary>Incomes from here on, a hundred thousand yuan a month, are counted together.</summary>
    public const int Last = 10_000;

    public static int Of(long? fen) => fen is { } f ? (int)Math.Clamp(f / Width, 0, Last) : Unknown;
}
