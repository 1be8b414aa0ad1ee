using Eligibility.Diagnostics;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Columns;

/// <summary>Makes the facts of a household of its rows, by the one reader that checks facts: what is said of a missing one is the same wherever it came from.</summary>
internal static class ChunkFacts
{
    private static readonly Location Nowhere = new SourceText("caseload", "").At(default);

    public static Facts Of(Chunk chunk, int household)
    {
        var bag = new DiagnosticBag();
        return Facts.Read(Node(chunk, chunk.Root, household), chunk.Layout.Vocabulary, bag)
            ?? throw new InvalidOperationException($"the columns hold facts that the vocabulary does not allow: {string.Join("; ", bag.Sorted())}");
    }

    private static FactNode Node(Chunk chunk, EntityColumns entity, int row)
    {
        var entries = new List<FactEntry>();
        foreach (var column in entity.Columns)
        {
            var (a, node) = (column.Shape.Attribute, (FactNode?)null);
            if (column.Unknown[row]) node = a.Absence == Absence.Unknown ? null : FactNode.Scalar(null, Nowhere);
            else if (!column.None[row]) node = Value(chunk, column, row);
            if (node is not null) entries.Add(new FactEntry(a.Name, Nowhere, node));
        }
        return FactNode.Object(entries, Nowhere);
    }

    private static FactNode Value(Chunk chunk, Column column, int row)
    {
        switch (column.Shape.Kind)
        {
            case ColumnKind.Number: return Scalar(Number.FromFraction(column.Values[row], Layout.Power(column.Shape.Scale)).ToString());
            case ColumnKind.Flag: return Scalar(column.Flags[row] ? "true" : "false");
            case ColumnKind.Date: return Scalar($"{column.Values[row] >> 9:D4}-{column.Values[row] >> 5 & 15:D2}-{column.Values[row] & 31:D2}");
            case ColumnKind.Text: return Scalar(chunk.Texts[column.Values[row]]);
            case ColumnKind.Texts:
                var texts = new List<FactNode>();
                for (var i = column.Values[row]; i < column.Values[row + 1]; i++) texts.Add(Scalar(chunk.Texts[column.Elements[i]]));
                return FactNode.Array(texts, Nowhere);
            case ColumnKind.Row: return Node(chunk, Held(chunk, column), Held(chunk, column).First[row]);
            default:
                var held = Held(chunk, column);
                return FactNode.Array([.. Enumerable.Range(held.First[row], held.First[row + 1] - held.First[row]).Select(r => Node(chunk, held, r))], Nowhere);
        }
    }

    private static EntityColumns Held(Chunk chunk, Column column) => chunk[column.Shape.Attribute.Type switch
    {
        ListType { Element: EntityType e } => e.Declaration,
        EntityType e => e.Declaration,
        _ => throw new InvalidOperationException($"{column.Shape.Attribute} holds no entity"),
    }];

    private static FactNode Scalar(string text) => FactNode.Scalar(text, Nowhere);
}
