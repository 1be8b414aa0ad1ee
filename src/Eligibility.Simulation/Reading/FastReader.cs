using System.Text;
using Eligibility.Caseload;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Column = Eligibility.Simulation.Columns.Column;

namespace Eligibility.Simulation.Reading;

/// <summary>
/// Reads a folder of CSV tables straight into columns. A household in which anything is not plain is read by the exact reader, which either makes facts
/// of it or says what is wrong with it. Used by one thread at a time.
/// </summary>
internal sealed class FastReader : ICaseload, IDisposable
{
    private readonly TablePlan[] _plans;
    private readonly ByteCursor[] _cursors;
    private readonly Layout _layout;
    private readonly HouseholdBuilder _exact;
    private readonly HashSet<EntityDeclaration> _listed;
    private readonly List<(Column Column, int Row, EntityDeclaration Entity, bool? Listed)> _states = [];
    private readonly (int Slot, bool IsListed)[][] _others;
    private byte[] _id = [];
    private long _position;
    private string? _place;
    private string? _lastPlace;

    private FastReader(TablePlan[] plans, Layout layout, HouseholdBuilder exact)
    {
        _plans = plans;
        _layout = layout;
        _exact = exact;
        _cursors = [.. plans.Select(p => new ByteCursor(p.Table))];
        _listed = [.. plans.Where((_, i) => _cursors[i].HasRow).Select(p => p.Entity)];
        _others = new (int, bool)[layout.Entities.Count][];
        foreach (var p in plans)
            _others[p.Entity.Index] = [.. p.Others.Select(slot => (slot, p.Entity.Attributes[slot].Type switch
            {
                ListType { Element: EntityType e } => _listed.Contains(e.Declaration),
                EntityType e => _listed.Contains(e.Declaration),
                _ => false,
            }))];
    }

    public long Rows { get; private set; }

    public int Read => _cursors[0].Read;

    /// <summary>A reader for a caseload; null when it is more than bytes can tell.</summary>
    public static FastReader? Open(CaseloadReader caseload, Layout layout, Texts texts, LocalDate knownAt, YearMonth month)
    {
        var day = month.OnDayOfMonth(1);
        var plans = caseload.Tables.Select(t => TablePlan.Of(t, layout, texts, knownAt, day)).OfType<TablePlan>().OrderBy(p => Caseload.Columns.Ancestors(p.Entity, layout.Vocabulary).Count).ToArray();
        if (plans.Length < caseload.Tables.Count || plans.Select(p => p.Entity.Parent).Any(p => p is not null && plans.All(q => q.Entity != p))) return null;
        return new FastReader(plans, layout, new HouseholdBuilder(layout.Vocabulary, new CaseloadOptions { KnownAt = knownAt, Month = month }));
    }

    public void Dispose()
    {
        foreach (var c in _cursors) c.Dispose();
    }

    public bool Fill(Chunk chunk, int households, List<CaseloadHousehold> rejected, Func<string, bool>? wanted)
    {
        chunk.Clear();
        chunk.FirstPosition = _position;
        var any = false;
        while (chunk.Count < households && Next())
        {
            any = true;
            var id = Encoding.UTF8.GetString(_id);
            if (wanted is not null && !wanted(id))
            {
                Skip();
                continue;
            }
            Household(chunk, id, rejected);
        }
        chunk.Seal();
        return any;
    }

    /// <summary>Finds the household that comes next in any table; false at the end.</summary>
    private bool Next()
    {
        var least = -1;
        for (var i = 0; i < _cursors.Length; i++)
        {
            if (!_cursors[i].HasRow) continue;
            var household = _cursors[i].Household;
            if (household.Length == 0 || household[0] <= ' ' || household[^1] <= ' ' || household[^1] >= 128) throw new UnsortedException();
            if (least < 0 || (!household.SequenceEqual(_cursors[least].Household) && ByteOrder.Compare(household, _cursors[least].Household) < 0)) least = i;
        }
        if (least < 0) return false;
        var next = _cursors[least].Household;
        if (_id.Length > 0 && ByteOrder.Compare(_id, next) >= 0) throw new UnsortedException();
        if (_id.Length == next.Length) next.CopyTo(_id);
        else _id = next.ToArray();
        return true;
    }

    private void Skip()
    {
        foreach (var cursor in _cursors)
        {
            while (cursor.HasRow && cursor.Household.SequenceEqual(_id)) cursor.Advance();
            cursor.Release();
        }
    }

    private void Household(Chunk chunk, string id, List<CaseloadHousehold> rejected)
    {
        Span<int> before = stackalloc int[chunk.Entities.Length];
        for (var i = 0; i < before.Length; i++) before[i] = chunk.Entities[i].Count;
        _states.Clear();
        var (plain, weight) = (true, 1_000_000L);
        _place = null;
        for (var i = 0; i < _plans.Length; i++)
        {
            var cursor = _cursors[i];
            while (cursor.HasRow && cursor.Household.SequenceEqual(_id))
            {
                Rows++;
                plain = plain && !cursor.IsOdd && Row(chunk, _plans[i], cursor, before, ref weight);
                cursor.Advance();
            }
        }
        plain = plain && Holds(chunk, before);
        if (plain) chunk.Commit(id, weight, _place, null, false);
        else Exactly(chunk, id, before, rejected);
        _position++;
        foreach (var cursor in _cursors) cursor.Release();
    }

    /// <summary>Takes a row into the columns; false when it is not plain.</summary>
    private bool Row(Chunk chunk, TablePlan plan, ByteCursor cursor, ReadOnlySpan<int> before, ref long weight)
    {
        var entity = chunk[plan.Entity];
        var first = before[plan.Entity.Index];
        var household = before[_layout.Vocabulary.Root.Index];
        if (entity.Count - first >= Layout.MostInstances) return false;
        var parent = household;
        if (plan.Entity == _layout.Vocabulary.Root)
        {
            if (entity.Count > first) return false;
            if (plan.Weight >= 0 && cursor.Field(plan.Weight) is { Length: > 0 } w && (!CellParser.TryNumber(w, 6, out weight) || weight <= 0)) return false;
            if (plan.Place >= 0 && cursor.Field(plan.Place) is { Length: > 0 } place)
            {
                if (place.Length is not (6 or 9 or 12) || place.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
                // Neighbours live in the same place: its text is made once.
                if (_lastPlace is null || !IsText(_lastPlace, place)) _lastPlace = Encoding.UTF8.GetString(place);
                _place = _lastPlace;
            }
        }
        else
        {
            if (chunk.Root.Count == household) return false;
            if (plan.Owner >= 0 && (parent = OwnerOf(chunk, plan, cursor.Field(plan.Owner), before)) < 0) return false;
            // Rows of one parent lie together, in the order of the parents.
            if (entity.Count > first && (entity.Parent[entity.Count - 1] > parent || (entity.Parent[entity.Count - 1] == parent && entity.Shape.Holder!.Type is EntityType))) return false;
        }
        var row = entity.Add(parent, household);
        var columns = entity.Columns;
        foreach (var (index, slot, parser) in plan.Facts)
        {
            var cell = cursor.Field(index);
            var column = columns[slot];
            if (cell.Length == 0 ? !TablePlan.SetAbsent(column, row) || column.Shape.Attribute == plan.Entity.Key : !parser.TryRead(cell, column, row, chunk.Texts)) return false;
            if (parser.NamesPersons && cell.Length > 0 && !NamesPersons(chunk, column, row, before[_layout.Vocabulary.Person.Index])) return false;
        }
        foreach (var (index, slot, listed) in plan.States)
        {
            var cell = cursor.Field(index);
            bool? state = null;
            if (cell.Length == 0)
            {
                if (_listed.Contains(listed)) columns[slot].SetKnown(row);
                else if (!TablePlan.SetAbsent(columns[slot], row)) return false;
                continue;
            }
            if (cell.SequenceEqual("listed"u8) || cell.SequenceEqual("有"u8)) state = true;
            else if (cell.SequenceEqual("none"u8) || cell.SequenceEqual("无"u8)) state = false;
            else if (!cell.SequenceEqual("unknown"u8) && !cell.SequenceEqual("不详"u8)) return false;
            if (state is null) columns[slot].SetUnknown(row);
            else columns[slot].SetKnown(row);
            _states.Add((columns[slot], row, listed, state));
        }
        foreach (var (slot, isListed) in _others[plan.Entity.Index])
        {
            if (isListed) columns[slot].SetKnown(row);
            else if (!TablePlan.SetAbsent(columns[slot], row)) return false;
        }
        return plan.Entity.Key is not { } key || IsNew(columns[key.Slot].Values, first, row, entity.Parent, plan.Entity == _layout.Vocabulary.Person);
    }

    private static bool IsNew(long[] keys, int first, int row, int[] parents, bool everywhere)
    {
        for (var i = first; i < row; i++)
            if (keys[i] == keys[row] && (everywhere || parents[i] == parents[row])) return false;
        return true;
    }

    /// <summary>The row of the instance that a cell names, in the household at hand; -1 when there is none.</summary>
    private int OwnerOf(Chunk chunk, TablePlan plan, ReadOnlySpan<byte> cell, ReadOnlySpan<int> before)
    {
        var owner = chunk[plan.Entity.Parent!];
        var keys = owner.Columns[plan.Entity.Parent!.Key!.Slot].Values;
        for (var row = before[plan.Entity.Parent!.Index]; row < owner.Count; row++)
            if (IsText(chunk.Texts[keys[row]], cell)) return row;
        return -1;
    }

    private static bool IsText(string text, ReadOnlySpan<byte> cell)
    {
        if (text.Length != cell.Length) return false;
        for (var i = 0; i < cell.Length; i++)
            if (text[i] != cell[i] || cell[i] >= 128) return false;
        return true;
    }

    private bool NamesPersons(Chunk chunk, Column column, int row, int first)
    {
        var persons = chunk[_layout.Vocabulary.Person];
        var keys = persons.Columns[_layout.Vocabulary.Person.Key!.Slot].Values;
        for (var i = (int)column.Values[row]; i < column.Values[row + 1]; i++)
        {
            if (keys.AsSpan(first, persons.Count - first).IndexOf(column.Elements[i]) < 0) return false;
            if (column.Elements.AsSpan((int)column.Values[row], i - (int)column.Values[row]).Contains(column.Elements[i])) return false;
        }
        return true;
    }

    /// <summary>Whether there are persons, whatever is said of lists agrees with their rows, and every instance that must be there is.</summary>
    private bool Holds(Chunk chunk, ReadOnlySpan<int> before)
    {
        if (chunk.Root.Count == before[_layout.Vocabulary.Root.Index] || chunk[_layout.Vocabulary.Person].Count == before[_layout.Vocabulary.Person.Index]) return false;
        foreach (var (column, row, entity, listed) in _states)
        {
            var rows = chunk[entity];
            var any = rows.Parent.AsSpan(before[entity.Index], rows.Count - before[entity.Index]).Contains(row);
            if (any != (listed ?? false)) return false;
        }
        foreach (var plan in _plans)
        {
            if (plan.Entity.Parent is not { } parent || chunk[plan.Entity].Shape.Holder is not { Type: EntityType } holder) continue;
            var (rows, column) = (chunk[plan.Entity], chunk[parent].Columns[holder.Slot]);
            for (var row = before[parent.Index]; row < chunk[parent].Count; row++)
                if (!rows.Parent.AsSpan(before[plan.Entity.Index], rows.Count - before[plan.Entity.Index]).Contains(row) && !TablePlan.SetAbsent(column, row)) return false;
        }
        return true;
    }

    private void Exactly(Chunk chunk, string id, ReadOnlySpan<int> before, List<CaseloadHousehold> rejected)
    {
        for (var i = 0; i < before.Length; i++) chunk.Entities[i].Truncate(before[i]);
        var group = new HouseholdGroup(id, [.. _cursors.Select(c => ((Table)c.Table, c.Table.Rows(c.Kept(out var lines), lines).ToList()))]);
        if (group.Rows.Any(t => t.Rows.Any(r => r.Household != id))) throw new UnsortedException();
        var household = _exact.Build(group);
        if (household.Facts is { } facts && Weights.TryOf(household.Weight, out var weight)) chunk.Add(facts, id, weight);
        else rejected.Add(household);
    }
}
