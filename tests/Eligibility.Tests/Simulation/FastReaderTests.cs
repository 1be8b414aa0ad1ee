using System.Text;
using Eligibility.Caseload;
using Eligibility.Diagnostics;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Reading;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Simulation;

/// <summary>The reader of bytes gives the facts that the exact reader gives, and rejects what that rejects; what it cannot tell it hands over.</summary>
public sealed class FastReaderTests : IDisposable
{
    private static readonly LocalDate KnownAt = new(2024, 8, 31);
    private static readonly YearMonth Month = new(2024, 8);
    private readonly string _folder = Directory.CreateTempSubdirectory("fast-reader").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private void Write(string name, string text) => File.WriteAllBytes(Path.Combine(_folder, name), Encoding.UTF8.GetBytes(text));

    private CaseloadReader Open() => CaseloadReader.Open(_folder, RealRules.Book.Vocabulary, new DiagnosticBag(), new CaseloadOptions { KnownAt = KnownAt, Month = Month })!;

    private List<string> Exactly() => [.. Open().Read(new DiagnosticBag()).Select(h => h.Facts is { } f ? $"{h.Id} {h.Weight} {f.ToJson()}" : $"{h.Id} rejected {string.Join(' ', h.Rejections.Select(r => $"{r.File}:{r.Row}:{r.Column}:{r.Diagnostic.Code}"))}")];

    private List<string> Fast(int chunkSize = 3)
    {
        var (layout, texts) = (new Layout(RealRules.Book.Vocabulary), new Texts());
        using var reader = FastReader.Open(Open(), layout, texts, KnownAt, Month)!;
        texts.Keep();
        var chunk = new Chunk(layout, texts);
        var found = new List<(string Id, string Line)>();
        for (var rejected = new List<CaseloadHousehold>(); reader.Fill(chunk, chunkSize, rejected, null); rejected.Clear())
        {
            found.AddRange(rejected.Select(h => (h.Id, $"{h.Id} rejected {string.Join(' ', h.Rejections.Select(r => $"{r.File}:{r.Row}:{r.Column}:{r.Diagnostic.Code}"))}")));
            for (var i = 0; i < chunk.Count; i++)
            {
                var weight = Eligibility.Values.Number.FromFraction(chunk.Weights[i], 1_000_000);
                // Made of the columns, not of facts that the exact reader may have left beside them.
                found.Add((chunk.Ids[i], $"{chunk.Ids[i]} {weight} {(chunk.IsForEvaluator(i) ? chunk.FactsOf(i) : ChunkFacts.Of(chunk, i)).ToJson()}"));
            }
        }
        return [.. found.OrderBy(f => f.Id, HouseholdOrder.Instance).Select(f => f.Line)];
    }

    private void Same()
    {
        var exact = Exactly();
        Assert.Equal(exact, Fast());
        Assert.Equal(exact, Fast(100));
    }

    [Fact]
    public void Plain_tables_give_the_same_facts()
    {
        Write("household.csv", "household,weight,area,propertyConforms,legalObligors\n1,2.5,urban,true,none\n2,,rural,,\n10,1,,false,listed\n");
        Write("member.csv", "household,id,name,birthDate,relation,hukou\n1,1,张三,1980-02-29,applicant,local\n1,2,,2010-01-01,child,\n2,1,,1950-05-05,applicant,elsewhere\n10,1,Li,,applicant,local\n");
        Write("income.csv", "household,member,kind,amount\n1,1,wage,900.5\n1,1,pension,0\n2,1,wage,-0\n10,1,,\n");
        Write("legalObligor.csv", "household,id,duty,owedTo,documentAmount\n10,a,parentalSupport,1;2,100.25\n");
        Write("obligorHousehold.csv", "household,legalObligor,personCount\n10,a,3\n");
        Write("grant.csv", "household,programme,persons,from\n1,minimumLiving,1;2,2023-01-01\n");
        Assert.Equal(3, Exactly().Count);
        Same();
    }

    [Fact]
    public void Cells_that_say_none_or_unknown_are_plain()
    {
        // A code that is called none is itself; where there is no such code it says that the fact does not exist; and what is not known is so said.
        Write("household.csv", "household,area,propertyConforms\n1,urban,unknown\n2,不详,true\n3,rural,false\n");
        Write("member.csv", "household,id,birthDate,diedOn,employment,distressedChildCategory,relation\n1,1,1980-01-01,none,none,none,applicant\n1,2,unknown,无,不详,orphan,child\n2,1,1950-05-05,2024-01-01,无,无,applicant\n3,1,none,,none,unknown,applicant\n");
        Same();
        var (layout, texts) = (new Layout(RealRules.Book.Vocabulary), new Texts());
        using var reader = FastReader.Open(Open(), layout, texts, KnownAt, Month)!;
        texts.Keep();
        var (chunk, rejected) = (new Chunk(layout, texts), new List<CaseloadHousehold>());
        Assert.True(reader.Fill(chunk, 10, rejected, null));
        // Household 2 names a code by its label and household 3 has no birth date where one must be: both are the exact reader's.
        Assert.Equal(["1"], chunk.Ids.Where((_, i) => !chunk.WasReadExactly(i)));
    }

    [Theory]
    [InlineData("household,area\n1,\"urban\"\n2,urban\n", "household,id\n1,1\n2,1\n")] // quotes
    [InlineData("household,area\n1,城镇\n2, urban \n", "household,id\n1,1\n2,1\n")] // labels, spaces
    [InlineData("household,area\r\n1,urban\r\n2,urban", "household,id,birthDate\r\n1,1,1980/5/2\r\n2,1,19800502")] // line ends, dates
    [InlineData("household,area\n1,urban\n2,nowhere\n", "household,id\n1,1\n2,1\n")] // a bad code
    [InlineData("household,area\n1,urban\n2,urban,x\n", "household,id\n1,1\n2,1\n")] // a field too many
    [InlineData("household,area\n1,urban\n2\n", "household,id\n1,1\n2,1\n")] // a field too few
    [InlineData("household,area\n1,urban\n2,\"urban\n3,urban\n", "household,id\n1,1\n2,1\n3,1\n")] // a quote never closed
    [InlineData("household,area\n1,urban\n1,rural\n2,urban\n", "household,id\n1,1\n2,1\n")] // a household twice
    [InlineData("household,area\n1,urban\n3,urban\n", "household,id\n1,1\n2,1\n3,1\n")] // nobody's member
    [InlineData("household,area\n1,urban\n2,urban\n", "household,id\n1,1\n1,1\n")] // a key twice; nobody
    [InlineData("household,area\n1,urban\n", "household,id,birthDate\n1,1,2024-09-01\n")] // born tomorrow
    [InlineData("household,area\n1,urban\n", "household,id,birthDate\n1,1,1880-01-01\n")] // too old
    [InlineData("household,area\n1,urban\n", "household,id,employmentCost\n1,1,-5\n")] // below its bound
    [InlineData("household,area\n1,urban\n", "household,id,employmentCost\n1,1,687194767360\n")] // beyond the columns
    [InlineData("household,area\n1,urban\n", "household,id,employmentCost\n1,1,1e3\n")] // an exponent
    [InlineData("household,area\n1,urban\n", "household,id,employmentCost\n1,1,007\n")] // zeros before
    [InlineData("household,weight\n1,0\n2,x\n3,1.5\n", "household,id\n1,1\n2,1\n3,1\n")] // weights
    [InlineData("household,vehicles\n1,listed\n2,unknown\n3,maybe\n", "household,id\n1,1\n2,1\n3,1\n")] // states of lists
    public void Whatever_is_not_plain_comes_out_as_the_exact_reader_has_it(string households, string members)
    {
        Write("household.csv", households);
        Write("member.csv", members);
        Same();
    }

    [Fact]
    public void Rows_of_nobody_in_the_household_reject_it()
    {
        Write("household.csv", "household\n1\n2\n");
        Write("member.csv", "household,id\n1,1\n2,1\n2,2\n");
        Write("income.csv", "household,member,kind,amount\n1,9,wage,1\n2,2,wage,1\n2,1,wage,2\n");
        Same();
    }

    [Fact]
    public void A_caseload_out_of_order_is_handed_over()
    {
        Write("household.csv", "household\n2\n1\n");
        Write("member.csv", "household,id\n1,1\n2,1\n");
        Assert.Throws<UnsortedException>(() => Fast());
    }

    [Fact]
    public void Random_caseloads_come_out_alike()
    {
        var random = new Random(5);
        string[] cells = ["", "1", "2", "urban", "rural", "true", "false", "wage", "\"x\"", "\"", "a,b", " ", "2020-01-01", "2020-02-30", "1.5", "1.555", "-1", "none", "有", "\uFF11", "1;2", "é"];
        for (var round = 0; round < 60; round++)
        {
            string Table(string header, int columns) =>
                header + "\n" + string.Concat(Enumerable.Range(1, 8).SelectMany(h => Enumerable.Range(0, random.Next(3)).Select(_ => string.Join(',', new[] { $"{h}" }.Concat(Enumerable.Range(0, columns).Select(_ => cells[random.Next(cells.Length)]))) + (random.Next(9) == 0 ? "\r\n" : "\n"))));
            Write("household.csv", Table("household,weight,area,propertyConforms,grants", 4));
            Write("member.csv", Table("household,id,name,birthDate,seriouslyIll,employmentCost", 5));
            Write("income.csv", Table("household,member,kind,amount", 3));
            Write("grant.csv", Table("household,programme,persons,from", 3));
            var exact = Exactly();
            try
            {
                Assert.Equal(exact, Fast());
            }
            catch (UnsortedException)
            {
                // Handed over whole: that is always allowed.
            }
        }
    }
}
