using System.Globalization;
using System.Text;
using Eligibility.Diagnostics;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload.Population;

/// <summary>A synthetic caseload as a folder: the tables, a README that says how it came about and how it compares with its profile, and the marker by which every report knows it.</summary>
internal static class PopulationFolder
{
    /// <summary>The most households of one caseload.</summary>
    public const long MaxHouseholds = 100_000_000;

    /// <summary>Writes it whole or not at all. The counts; null, with a diagnostic, when it cannot be written.</summary>
    public static IReadOnlyList<MarginalCount>? Write(string path, Profile profile, string profileName, Words words, long households, ulong seed, DiagnosticBag bag)
    {
        string? partial = null;
        try
        {
            var whole = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
            partial = $"{whole}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.partial";
            if (!WholeFile.MakeFolder(whole, bag) || !WholeFile.MakeFolder(partial, bag)) return null;
            var counts = profile.Marginals.Select(m => new MarginalCount(m)).ToList();
            var generator = new PopulationGenerator(profile, words, seed);
            using (var writer = new PopulationWriter(partial, profile, words))
            {
                for (var i = 1L; i <= households; i++)
                {
                    var household = generator.Household(i);
                    writer.Write(i, household);
                    foreach (var count in counts) count.Add(household);
                }
            }
            var command = string.Create(CultureInfo.InvariantCulture, $"elig population --profile {profileName} --households {households} --seed {seed}");
            File.WriteAllText(Path.Combine(partial, CaseloadReader.SyntheticMarker), $"合成数据，不是真实的家庭。\nSynthetic data: no real households.\n{command}\n");
            File.WriteAllText(Path.Combine(partial, "README.md"), Readme(profile, command, households, counts));
            // The empty folder was there to be sure that it can be made.
            Directory.Delete(whole);
            Directory.Move(partial, whole);
            return counts;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.CannotWrite(null, path);
            if (partial is not null && Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
            if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any()) Directory.Delete(path);
            return null;
        }
    }

    private static string Readme(Profile profile, string command, long households, IReadOnlyList<MarginalCount> counts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {profile.Title.Zh} · {profile.Title.En}\n\n");
        text.Append("**合成数据，不是真实的家庭。Synthetic data: no household here is real.** Every number of a household begins with `").Append(PopulationWriter.Prefix).Append("`; the file `")
            .Append(CaseloadReader.SyntheticMarker).Append("` makes every report say so.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{households:N0} households, ages as of {Values.FeelDate.Format(profile.AsOf)}. Made, to the byte, by\n\n    {command} --out <folder>\n\n");
        foreach (var note in profile.Notes) text.Append("- ").Append(note.Zh).Append(' ').Append(note.En).Append('\n');
        text.Append(profile.Notes.Count > 0 ? "\n" : "").Append("## Marginals, stated and drawn\n\n| distribution | value | stated | drawn | source |\n|---|---|---:|---:|---|\n");
        foreach (var count in counts)
            for (var i = 0; i < count.Counts.Count; i++)
            {
                var m = count.Marginal;
                text.Append("| ").Append(i == 0 ? $"{m.Label.Zh} {m.Label.En}" : "").Append(" | ").Append(m.Shares[i].Text).Append(" | ").Append(MarginalCount.Hundredths(m.Shares[i].Weight)).Append(" | ")
                    .Append(count.Percent(i)).Append(" | ").Append(i == 0 ? m.Source ?? "assumed" : "").Append(" |\n");
            }
        return text.ToString();
    }
}
