using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Columns;

/// <summary>
/// A few thousand households side by side: for each entity its instances, for each attribute a column. A chunk is filled, sealed, read, and
/// cleared for the next; it is used by one thread at a time.
/// </summary>
internal sealed class Chunk
{
    private readonly List<Facts?> _facts = [];
    private readonly List<bool> _forEvaluator = [];

    public Chunk(Layout layout, Texts texts)
    {
        Layout = layout;
        Texts = texts;
        Entities = [.. layout.Entities.Select(e => new EntityColumns(e))];
        Root = Entities[layout.Vocabulary.Root.Index];
    }

    public Layout Layout { get; }

    public Texts Texts { get; }

    /// <summary>By the entities' positions in the vocabulary.</summary>
    public EntityColumns[] Entities { get; }

    public EntityColumns Root { get; }

    public int Count => Root.Count;

    /// <summary>The position in the caseload of the first household.</summary>
    public long FirstPosition { get; set; }

    /// <summary>The households' ids, in order.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>How many households each stands for, in millionths: a sample is weighted.</summary>
    public List<long> Weights { get; } = [];

    /// <summary>The code of the place that each household names itself; null where it names none.</summary>
    public List<string?> Places { get; } = [];

    public EntityColumns this[EntityDeclaration entity] => Entities[entity.Index];

    /// <summary>Whether a household holds what columns cannot: it is left to the evaluator.</summary>
    public bool IsForEvaluator(int household) => _forEvaluator[household];

    /// <summary>Whether a household came with facts of the exact reader, because its cells were not plain.</summary>
    public bool WasReadExactly(int household) => _facts[household] is not null;

    public void Clear()
    {
        foreach (var e in Entities) e.Clear();
        _facts.Clear();
        _forEvaluator.Clear();
        Ids.Clear();
        Weights.Clear();
        Places.Clear();
        Texts.Forget();
    }

    /// <summary>Adds a household whose root row the caller has added. Facts may be left out where the columns hold all of them.</summary>
    public void Commit(string id, long weight, string? place, Facts? facts, bool forEvaluator)
    {
        Places.Add(place);
        Ids.Add(id);
        Weights.Add(weight);
        _facts.Add(facts);
        _forEvaluator.Add(forEvaluator);
    }

    /// <summary>Finds where the rows of each instance start; to be called when all households are in.</summary>
    public void Seal()
    {
        foreach (var e in Entities)
            if (e.Shape.Declaration.Parent is { } parent) e.Seal(Entities[parent.Index].Count);
    }

    /// <summary>The row of the first instance of an entity that belongs to a household; for the household behind the last, where the rows end.</summary>
    public int FirstRow(EntityDeclaration entity, int household) =>
        entity.Parent is { } parent ? Entities[entity.Index].First[FirstRow(parent, household)] : household;

    /// <summary>A household as the evaluator reads it.</summary>
    public Facts FactsOf(int household) => _facts[household] ??= ChunkFacts.Of(this, household);

    /// <summary>Adds a household from its facts.</summary>
    public void Add(Facts facts, string id, long weight)
    {
        var household = Root.Count;
        var first = Entities.Select(e => e.Count).ToArray();
        var fits = true;
        foreach (var e in Entities)
        {
            var declaration = e.Shape.Declaration;
            var instances = facts.Instances(declaration);
            fits &= instances.Count <= Layout.MostInstances;
            foreach (var instance in instances)
            {
                var row = e.Add(instance.Parent is { } parent ? first[parent.Declaration.Index] + parent.Ordinal : 0, household);
                foreach (var column in e.Columns) fits &= Set(column, row, instance.Slots[column.Shape.Attribute.Slot]);
            }
        }
        Commit(id, weight, facts.Jurisdiction, facts, !fits);
    }

    /// <summary>Sets a value; false when the column cannot hold it.</summary>
    private bool Set(Column column, int row, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Unknown:
                column.SetUnknown(row);
                return true;
            case ValueKind.Null:
                column.SetNone(row);
                return column.Shape.Attribute.Absence == Absence.None;
            case ValueKind.Boolean:
                column.Set(row, value.IsTrue);
                return true;
            case ValueKind.Number:
                var fits = Layout.TryFixed(value.Number, column.Shape.Scale, column.Shape.Bits, out var number);
                column.Set(row, number);
                return fits;
            case ValueKind.Date:
                column.Set(row, value.Packed);
                return true;
            case ValueKind.String:
                column.Set(row, Texts.HandleOf(value.Text));
                return true;
            case ValueKind.List when column.Shape.Kind == ColumnKind.Texts:
                foreach (var item in value.List.Items) column.AddElement(Texts.HandleOf(item.Text));
                column.SetKnown(row);
                return !value.List.HasPossible;
            default:
                column.SetKnown(row);
                return true;
        }
    }
}
