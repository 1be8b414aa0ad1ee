using System.IO.Compression;
using Eligibility.Caseload;
using Eligibility.Caseload.Population;

namespace Eligibility.Tests.Caseload;

/// <summary>Whatever happens to the bytes of a caseload, reading it ends with households, rejections and counts that add up, or with a reason: never with an exception.</summary>
public sealed class DamageTests
{
    private static readonly byte[][] Pieces = [",,"u8.ToArray(), "\""u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "A1"u8.ToArray(), [0xC4, 0xE3], [0xEF, 0xBB, 0xBF], [0], "1E999999999"u8.ToArray(), "99999999999999999999"u8.ToArray(), ";"u8.ToArray(), "<row>"u8.ToArray(), "</c>"u8.ToArray(), "不详"u8.ToArray()];

    [Fact]
    public void Damaged_tables_are_read_or_refused()
    {
        using var caseload = new Caseloads();
        for (var i = 0; i < 400; i++)
        {
            var chance = new Chance(11, i);
            foreach (var (name, text) in Caseloads.Good) caseload.Write(name, Damage(System.Text.Encoding.UTF8.GetBytes(text), chance));
            caseload.Read();
        }
    }

    [Fact]
    public void Damaged_lines_are_read_or_refused()
    {
        using var caseload = new Caseloads();
        var good = "{\"card\":\"1\",\"readers\":[{\"number\":\"1\",\"born\":\"1950-01-01\"}]}\n{\"card\":\"2\",\"weight\":1.5,\"readers\":[{\"number\":\"1\"}]}\n"u8.ToArray();
        for (var i = 0; i < 400; i++) caseload.Read(caseload.Write("facts.jsonl", Damage(good, new Chance(12, i))));
    }

    [Fact]
    public void Damaged_workbooks_are_read_or_refused()
    {
        using var caseload = new Caseloads();
        using var gate = new Gate.Gate();
        var template = Path.Combine(gate.Folder, "t.xlsx");
        Assert.Equal(0, gate.Run("caseload", "template", "--place", "451481", "--month", "2013-12", "--known-at", "2024-01-01", "--out", template, "--rules", Repository.PathOf("rules")).Exit);
        for (var i = 0; i < 200; i++)
        {
            var chance = new Chance(13, i);
            var bytes = File.ReadAllBytes(template);
            caseload.Read(caseload.Write("t.xlsx", chance.Below(4) == 0 ? Damage(bytes, chance) : Inside(bytes, chance)), Vocabulary.Vocabularies.Real);
        }
    }

    private static byte[] Damage(byte[] bytes, Chance chance)
    {
        var damaged = bytes.ToList();
        for (var n = chance.Between(1, 4); n > 0 && damaged.Count > 0; n--)
        {
            var at = chance.Below(damaged.Count);
            switch (chance.Below(4))
            {
                case 0: damaged.RemoveRange(at, chance.Below(Math.Min(20, damaged.Count - at)) + 1 > damaged.Count - at ? damaged.Count - at : 1); break;
                case 1: damaged.InsertRange(at, Pieces[chance.Below(Pieces.Length)]); break;
                case 2: damaged[at] = (byte)chance.Below(256); break;
                default: damaged.InsertRange(at, damaged.Skip(at).Take(chance.Between(1, 30)).ToArray()); break;
            }
        }
        return [.. damaged];
    }

    /// <summary>A workbook with one of its parts damaged, packed again.</summary>
    private static byte[] Inside(byte[] workbook, Chance chance)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries[chance.Below(zip.Entries.Count)];
            var name = entry.FullName;
            using var content = new MemoryStream();
            using (var old = entry.Open()) old.CopyTo(content);
            entry.Delete();
            using var fresh = zip.CreateEntry(name).Open();
            fresh.Write(Damage(content.ToArray(), chance));
        }
        return stream.ToArray();
    }
}
