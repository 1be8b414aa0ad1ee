using System.Globalization;
using System.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload.Population;

/// <summary>Writes synthetic households as a folder of CSV tables, in the order of households and without holding them.</summary>
internal sealed class PopulationWriter : IDisposable
{
    /// <summary>With what the number of every synthetic household begins, so that no row passes for one of a real family.</summary>
    public const string Prefix = "SYN";

    private readonly Words _words;
    private readonly List<(Columns Table, IReadOnlyList<Column> Columns, StreamWriter Out)> _tables = [];

    public PopulationWriter(string folder, Profile profile, Words words)
    {
        _words = words;
        foreach (var entity in words.Entities.OrderBy(e => e == words.Root ? -1 : e.Index))
        {
            var said = profile.Draws.GetValueOrDefault(entity)?.Select(d => d.Attribute.Name).ToHashSet() ?? [];
            if (entity == words.Person) said.UnionWith(profile.Types.SelectMany(t => t.Persons).SelectMany(p => p.Set.Keys));
            if ((said.Count == 0 && entity != words.Root && entity != words.Person) || Columns.Of(entity, words) is not { } table) continue;
            var columns = table.All.Where(c => c.Role is ColumnRole.Household or ColumnRole.Owner || (c.Attribute is { } a && (a == entity.Key || said.Contains(a.Name)))).ToList();
            var writer = new StreamWriter(Path.Combine(folder, entity.Name + ".csv"), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
            writer.WriteLine(string.Join(',', columns.Select(c => c.Key)));
            _tables.Add((table, columns, writer));
        }
    }

    public static string IdOf(long index) => Prefix + index.ToString("D8", CultureInfo.InvariantCulture);

    public void Write(long index, Instance household) => WriteRow(IdOf(index), household);

    public void Dispose()
    {
        foreach (var table in _tables) table.Out.Dispose();
    }

    private void WriteRow(string id, Instance instance)
    {
        if (_tables.Find(t => t.Table.Entity == instance.Entity) is { Out: { } output } table)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (i > 0) output.Write(',');
                output.Write(Cell(id, instance, table.Columns[i]));
            }
            output.WriteLine();
        }
        foreach (var child in instance.Children) WriteRow(id, child);
    }

    private string Cell(string id, Instance instance, Column column)
    {
        if (column.Role == ColumnRole.Household) return id;
        if (column.Role == ColumnRole.Owner)
        {
            var owner = instance.Outer;
            while (owner!.Entity != column.Owner) owner = owner.Outer;
            return owner[column.Owner!.Key!.Name]!;
        }
        var attribute = column.Attribute!;
        var value = instance[attribute.Name];
        if (column.Role == ColumnRole.ListState) return value switch { null or Share.Unknown => "unknown", "0" => "none", _ => "listed" };
        if (value is null or Share.Unknown) return attribute.Absence == Absence.Unknown ? "" : "unknown";
        return value == "none" && attribute.Absence == Absence.None && attribute.Type is not CodeType ? "" : value;
    }
}
