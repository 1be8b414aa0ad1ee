using Eligibility.Caseload;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Column = Eligibility.Simulation.Columns.Column;

namespace Eligibility.Simulation.Reading;

/// <summary>What each column of a table becomes, and what the attributes are that have none.</summary>
internal sealed class TablePlan
{
    private TablePlan(CsvTable table) => Table = table;

    public CsvTable Table { get; }

    public EntityDeclaration Entity => Table.Entity;

    /// <summary>The attributes with a column: its index, the slot, and how cells are read.</summary>
    public required (int Index, int Slot, CellParser Parser)[] Facts { get; init; }

    /// <summary>The lists of which the table says whether there is anything in them.</summary>
    public required (int Index, int Slot, EntityDeclaration Entity)[] States { get; init; }

    /// <summary>The slots of everything that no column speaks of.</summary>
    public required int[] Others { get; init; }

    /// <summary>The column that names the instance that holds a row; -1 where that is the household.</summary>
    public required int Owner { get; init; }

    /// <summary>The columns of weight and place; -1 where there are none.</summary>
    public required int Weight { get; init; }

    public required int Place { get; init; }

    /// <summary>The plan; null when the table is more than bytes can tell.</summary>
    public static TablePlan? Of(Table table, Layout layout, Texts texts, LocalDate knownAt, LocalDate day)
    {
        if (table is not CsvTable { Plain: not null, Header: { } header } csv) return null;
        var (entity, words) = (table.Entity, layout.Vocabulary);
        var depth = Caseload.Columns.Ancestors(entity, words).Count;
        if (depth > 2 || (depth == 2 && entity.Parent!.Key is null)) return null;
        var facts = header.Bound.Select((c, i) => (Column: c, Index: i)).ToArray();
        var given = facts.Where(f => f.Column.Role == ColumnRole.Fact).ToArray();
        var states = facts.Where(f => f.Column.Role == ColumnRole.ListState).ToArray();
        int Find(ColumnRole role) => facts.Where(f => f.Column.Role == role).Select(f => f.Index).DefaultIfEmpty(-1).First();
        return new TablePlan(csv)
        {
            Facts = [.. given.Select(f => (f.Index, f.Column.Attribute!.Slot, new CellParser(entity, layout.ShapeOf(entity, f.Column.Attribute), texts, words, knownAt, day)))],
            States = [.. states.Select(f => (f.Index, f.Column.Attribute!.Slot, ((EntityType)((ListType)f.Column.Attribute.Type).Element).Declaration))],
            Others = [.. entity.Attributes.Where(a => !given.Concat(states).Any(f => f.Column.Attribute == a)).Select(a => a.Slot)],
            Owner = Find(ColumnRole.Owner),
            Weight = Find(ColumnRole.Weight),
            Place = Find(ColumnRole.Place),
        };
    }

    /// <summary>Gives an attribute of which nothing is said its value by the vocabulary; false when columns cannot hold that.</summary>
    public static bool SetAbsent(Column column, int row)
    {
        var a = column.Shape.Attribute;
        switch (a.Absence, a.AbsentValue.Kind)
        {
            case (Absence.Unknown, _): column.SetUnknown(row); return true;
            case (Absence.None, _): column.SetNone(row); return true;
            case (_, ValueKind.Boolean): column.Set(row, a.AbsentValue.IsTrue); return true;
            case (_, ValueKind.List) when a.AbsentValue.List.Count == 0: column.SetKnown(row); return true;
            default: return false;
        }
    }
}
