using Eligibility.Caseload;
using Eligibility.Caseload.Population;
using Eligibility.Diagnostics;
using Eligibility.Tests.Vocabulary;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Caseload;

/// <summary>Synthetic caseloads: the same bytes again, what the profile states, families that can exist.</summary>
public sealed class PopulationTests : IDisposable
{
    private static readonly string[] Profiles = ["beijing", "pingxiang-border", "township"];

    private readonly Gate.Gate _gate = new();

    public static TheoryData<string> Names => [.. Profiles];

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void The_committed_caseload_is_made_again_byte_by_byte()
    {
        var committed = Repository.PathOf("seeds/beijing/caseload");
        var profile = Read("beijing");
        var made = Path.Combine(_gate.Folder, "made");
        Assert.NotNull(PopulationFolder.Write(made, profile, "seeds/profiles/beijing.yaml", Vocabularies.Real, 2000, 7, new DiagnosticBag()));
        Assert.Equal(Directory.GetFiles(committed).Select(Path.GetFileName).Order(), Directory.GetFiles(made).Select(Path.GetFileName).Order());
        foreach (var file in Directory.GetFiles(made)) Assert.Equal(File.ReadAllText(Path.Combine(committed, Path.GetFileName(file))), File.ReadAllText(file));
        Assert.True(Directory.GetFiles(committed).Sum(f => new FileInfo(f).Length) < 3_000_000);
    }

    [Fact]
    public void The_sequence_is_SplitMix64()
    {
        // Worked with another implementation of the published algorithm.
        var (first, second) = (new Chance(7, 1), new Chance(7, 2));
        Assert.Equal([3602, 5086, 9851, 6384, 9764, 325, 357, 5270], Enumerable.Range(0, 8).Select(_ => first.Below(10_000)));
        Assert.Equal([5386, 7862, 4619, 5220], Enumerable.Range(0, 4).Select(_ => second.Below(10_000)));
    }

    [Fact]
    public void A_household_does_not_depend_on_how_many_there_are_but_on_the_seed()
    {
        string Run(string folder, int households, int seed)
        {
            Assert.Equal(0, Population(folder, households, seed).Exit);
            return File.ReadAllText(Path.Combine(_gate.Folder, folder, "member.csv"));
        }
        var (few, many) = (Run("few", 100, 7), Run("many", 300, 7));
        Assert.StartsWith(few, many, StringComparison.Ordinal);
        Assert.DoesNotContain(few.Split('\n')[1], Run("other", 100, 8), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Twenty_thousand_households_have_the_marginals_that_the_profile_states(string name)
    {
        var (profile, generator) = (Read(name), new PopulationGenerator(Read(name), Vocabularies.Real, 20261125));
        var counts = profile.Marginals.Select(m => new MarginalCount(m)).ToList();
        for (var i = 1; i <= 20_000; i++)
        {
            var household = generator.Household(i);
            foreach (var count in counts) count.Add(household);
        }
        Assert.NotEmpty(counts);
        foreach (var count in counts)
        {
            Assert.True(count.Fits, $"{count.Marginal.Name}: {string.Join(", ", count.Counts)}");
            Assert.True(count.Total > 1000, count.Marginal.Name);
            // By hand as well: no share is further than five standard deviations from what is stated, (10,000·o − n·p)² ≤ 25·n·p·(10,000 − p).
            foreach (var (share, observed) in count.Marginal.Shares.Zip(count.Counts))
            {
                var off = (Int128)(observed * 10_000) - (count.Total * share.Weight);
                Assert.True(off * off <= (Int128)25 * count.Total * share.Weight * (10_000 - share.Weight), $"{count.Marginal.Name} {share.Text}: {observed} of {count.Total}");
            }
        }
    }

    [Theory]
    [InlineData(60, 40, true)] // (60 − 50)²/50 + (40 − 50)²/50 = 4
    [InlineData(69, 31, true)] // 14.44
    [InlineData(70, 30, false)] // 16 > 15.2
    public void A_population_that_does_not_fit_is_told(int ones, int twos, bool fits)
    {
        var marginal = new Marginal("m", Eligibility.Text.LocalText.Same("m"), Vocabularies.Real.Root, "size", Condition.Always, [new("1", null, 5000), new("2", null, 5000)], null);
        var count = new MarginalCount(marginal);
        foreach (var size in Enumerable.Repeat("1", ones).Concat(Enumerable.Repeat("2", twos))) count.Add(new Instance(Vocabularies.Real.Root, null) { ["size"] = size });
        Assert.Equal(fits, count.Fits);
        count.Add(new Instance(Vocabularies.Real.Root, null) { ["size"] = "3" });
        Assert.False(count.Fits);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_household_is_one_that_can_exist_and_is_read_back(string name)
    {
        var folder = Path.Combine(_gate.Folder, name);
        Assert.NotNull(PopulationFolder.Write(folder, Read(name), name, Vocabularies.Real, 1500, 3, new DiagnosticBag()));
        var bag = new DiagnosticBag();
        var reader = CaseloadReader.Open(folder, Vocabularies.Real, bag, new CaseloadOptions { KnownAt = Read(name).AsOf })!;
        var households = reader.Read(bag).ToList();
        Assert.Empty(bag);
        Assert.True(reader.Counts.IsClean, string.Join("; ", households.SelectMany(h => h.Rejections).Take(3)));
        Assert.True(reader.IsSynthetic);
        var person = Vocabularies.Real.Person;
        foreach (var household in households)
        {
            var members = household.Facts!.Instances(person);
            string? Text(EntityRecord m, string attribute) => m.Slots[person.Attribute(attribute)!.Slot] is { IsUnknown: false, IsNull: false } v ? v.ToString() : null;
            LocalDate? Born(EntityRecord m) => m.Slots[person.Attribute("birthDate")!.Slot] is { Kind: Eligibility.Values.ValueKind.Date } v && FeelDate.TryParse(FeelDate.Format(v.Date), out var day) ? day : null;
            Assert.Equal(1, members.Count(m => Text(m, "relation") is "applicant" or "\"applicant\""));
            Assert.InRange(members.Count(m => (Text(m, "relation") ?? "").Contains("spouse", StringComparison.Ordinal)), 0, 1);
            if (Born(members[0]) is not { } applicant) continue;
            foreach (var m in members.Skip(1))
            {
                if (Born(m) is not { } born) continue;
                var years = Period.Between(applicant, born, PeriodUnits.Years).Years;
                var relation = Text(m, "relation") ?? "";
                if (relation.Contains("child", StringComparison.Ordinal)) Assert.InRange(years, 19, 41);
                if (relation.Contains("parent", StringComparison.Ordinal)) Assert.InRange(years, -37, -19);
                if (relation.Contains("spouse", StringComparison.Ordinal)) Assert.InRange(years, -7, 7);
            }
        }
    }

    [Theory]
    [InlineData("share: 2247", "share: 2248", "S040")]
    [InlineData("{ true: 9400, false: 400, unknown: 200 }", "{ true: 9400, false: 400 }", "S040")]
    [InlineData("fact: propertyConforms", "fact: propertyConform", "S040")]
    [InlineData("value: compulsory", "value: compulsary", "S040")]
    [InlineData("kind: elder, set", "kind: older, set", "S040")]
    [InlineData("younger: 22..40", "younger: 60..70", "S040")]
    [InlineData("ageOf: 1", "ageOf: 3", "S040")]
    [InlineData("when: { age: 3..5 }", "when: { agee: 3..5 }", "S040")]
    [InlineData("  by: size", "  by: seize", "S040")]
    [InlineData("    status: assumed\n    note: { zh: 卷宗", "    note: { zh: 卷宗", "S041")]
    [InlineData("  household:\n    - { fact", "  houshold:\n    - { fact", "S040")]
    public void A_mistake_in_a_profile_is_found_with_its_place(string from, string to, string code)
    {
        var text = Repository.Text("seeds/profiles/beijing.yaml");
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var bag = new DiagnosticBag();
        Assert.Null(ProfileReader.Read("p.yaml", System.Text.Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]), Vocabularies.Real, bag));
        Assert.Contains(bag, d => d.Code == code && d.Location is { Line: > 1 });
    }

    [Theory]
    [InlineData("0", "7", "S042")]
    [InlineData("1e6", "7", "S042")]
    [InlineData("10", "-1", "S042")]
    public void A_number_that_cannot_be_is_bad_input(string households, string seed, string code)
    {
        var (exit, printed) = _gate.Run("population", "--profile", Repository.PathOf("seeds/profiles/beijing.yaml"), "--households=" + households, "--seed=" + seed, "--out", Path.Combine(_gate.Folder, "x"), "--rules", Repository.PathOf("rules"));
        Assert.Equal(2, exit);
        Assert.Contains(code, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_is_left_alone()
    {
        _gate.Write("taken/letter.txt", "x");
        var (exit, printed) = Population("taken", 10, 7);
        Assert.Equal(2, exit);
        Assert.Contains("S043", printed, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(_gate.Folder, "taken")));
    }

    private (int Exit, string Printed) Population(string folder, int households, int seed) => _gate.Run(
        "population", "--profile", Repository.PathOf("seeds/profiles/beijing.yaml"), "--households", PopulationGenerator.Text(households), "--seed", PopulationGenerator.Text(seed), "--out", Path.Combine(_gate.Folder, folder),
        "--rules", Repository.PathOf("rules"));

    private static Profile Read(string name)
    {
        var bag = new DiagnosticBag();
        var profile = ProfileReader.Read(name + ".yaml", Repository.Bytes($"seeds/profiles/{name}.yaml"), Vocabularies.Real, bag);
        Assert.Empty(bag);
        return profile!;
    }
}
