using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Tests.Text;
using Eligibility.Tests.Vocabulary;

namespace Eligibility.Tests.RuleSets;

/// <summary>Wrong rule files: what is reported, and where, drawn in the text.</summary>
public class RuleMistakeTests
{
    private const string Below = "000000/lending/2020-01-01.yaml";
    private const string Above = "100000/lending/2020-01-01.yaml";
    private const string Laid = "000000/lending/overlays/half.yaml";
    private const string Body = "derived: [ { name: a, label: a, formula: '1', cite: s } ]\nparameters: [ { name: fee, label: 费, cite: s }, { name: keyed, label: 分, by: [branch], cite: s } ]\n";

    /// <summary>Mistakes that one file has by itself.</summary>
    public static TheoryData<string, string> Alone => new()
    {
        { "R020", "derived: [ { name: a, label: a, formula: '1', cite: s, «citee»: s } ]" },
        { "R020", "«derrived»: []" },
        { "R021", "derived: [ «{» name: a, formula: '1', cite: s } ]" },
        { "R021", "routes: [ «{» name: a, label: a, cite: s } ]" },
        { "R021", "applies: «{» when: 'true', cite: s }" },
        { "R022", "derived: [ { name: a, label: a, formula: '1', cite: «{» a: b } } ]" },
        { "R022", "derived: «n»ame" },
        { "R022", "derived: [ { name: a, label: a, cite: s, table: { hit: first, rows: «[ a ]» } } ]" },
        { "R023", "parameters: [ { name: fee, label: 费, values: [ { from: «2024-7-1», published: unknown, value: 1, cite: s } ] } ]" },
        { "R023", "inForce: { from: 2020-01-01, to: «2023-02-29» }" },
        { "R023", "parameters: [ { name: day, label: 日, type: date, values: [ { from: 2024-07-01, published: unknown, value: «tomorrow», cite: s } ] } ]" },
        { "R024", "parameters: [ { name: fee, label: 费, values: [ { from: 2024-07-01, published: unknown, value: «'1,450'», cite: s } ] } ]" },
        { "R025", "derived: [ { name: a, label: a, cite: s, table: { hit: «last», rows: \"| shelves | amount |\\n| - | 1 |\" } } ]" },
        { "R025", "monthBasis: «middle»" },
        { "R025", "parameters: [ { name: open, label: 开, type: boolean, values: [ { from: 2024-07-01, published: unknown, value: «maybe», cite: s } ] } ]" },
        { "R025", "excludes: [ { programme: lending, of: «houshold», cite: s } ]" },
        { "R026", "derived: [ { name: a, label: a, formula: '1', cite: «t 九» } ]" },
        { "R026 R026", "derived: [ { name: a, label: a, formula: '1', cite: [ s 一, «t 二», «u 三» ] } ]" },
        { "R027", "derived:\n  - name: a\n    label: a\n    formula: «shelves * 2» # twice\n    cite: s" },
        { "R028", "derived: [ { name: a, label: a, formula: '1', cite: s }, { «name»: a, label: a, formula: '2', cite: s } ]" },
        { "R028", "routes: [ { name: a, label: a, when: 'true', cite: s }, { «name»: a, label: a, when: 'true', cite: s } ]" },
        { "R029", "derived: [ { «name»: a, label: a, formula: '1', override: true, cite: s } ]" },
        { "R029", "routes: [ { «name»: a, label: a, when: 'true', override: true, cite: s } ]" },
        { "R031", "remove: [ { «name»: a, cite: s } ]" },
        { "R032", "derived: [ { name: a, label: «{» en: a }, formula: '1', cite: s } ]" },
        { "R032", "criteria: [ { name: a, label: a, formula: 'true', met: «{» en: yes }, notMet: 否, cite: s } ]" },
        { "R033", "derived: [ { name: a, label: a, formula: '1', cite: s, «status»: interpretation } ]" },
        { "R033", "parameters: [ { name: fee, label: 费, values: [ { from: 2024-07-01, published: unknown, value: 1, «status»: secondHand, cite: s } ] } ]" },
        { "R034", "derived: [ { «name»: a, label: a, formula: '1' } ]" },
        { "R034", "parameters: [ { name: fee, label: 费, values: [ «{» from: 2024-07-01, published: unknown, value: 1 } ] } ]" },
        { "R035", "parameters: [ { name: fee, label: 费, values: [ { from: 2024-07-01, published: unknown, value: 1, cite: s }, { from: 2024-07-01, published: unknown, value: «2», cite: s } ] } ]" },
        { "R036", "derived: [ { name: a, label: a, per: «person», formula: '1', cite: s } ]" },
        { "R036", "routes: [ { name: a, label: a, per: «fine», when: 'true', cite: s } ]" },
        { "R037", "extends: «\"200000\"»" },
        { "R038", "amends: «2019-01-01»" },
        { "R040", "derived: [ { «name»: a, label: a, formula: b, cite: s }, { name: b, label: b, formula: a, cite: s } ]" },
        { "R041", Toy.Route + Toy.Payers + "benefits: [ { «name»: pay, label: 给付, payer: desk, amount: deposit / 3, cite: s } ]" },
        { "R042 R042", "derived:\n  - name: a\n    label: a\n    cite: s\n    table:\n      hit: first\n      rows: |\n        | shelves | amount |\n        «| > 2 | 1 | 2 |»\n        «| 1 |»\n        | - | 3 |" },
        { "R043", "derived:\n  - name: a\n    label: a\n    cite: s\n    table:\n      hit: first\n      rows: |\n        «|» shelves | amount |" },
        { "R044", "derived: [ { «name»: a, label: a, cite: s } ]" },
        { "R044", "derived: [ { «name»: a, label: a, cite: s, formula: '1', table: { hit: first, rows: \"| shelves | amount |\\n| - | 1 |\" } } ]" },
        { "R044", Toy.Payers + "benefits: [ { «name»: pay, label: 给付, payer: desk, cite: s } ]" },
        { "R046", "parameters: [ { «name»: fee, values: [ { from: 2024-07-01, published: unknown, value: 1, cite: s } ] } ]" },
        { "R047", "parameters: [ { name: fee, label: 费, by: [branch], values: [ { from: 2024-07-01, published: unknown, value: «632», cite: s } ] } ]" },
        { "R047", "parameters: [ { name: fee, label: 费, values: [ { from: 2024-07-01, published: unknown, value: { centre: «632» }, cite: s } ] } ]" },
        { "X040", "parameters: [ { name: fee, label: 费, by: [branch], values: [ { from: 2024-07-01, published: unknown, value: { centre: 1, «habour»: 2 }, cite: s } ] } ]" },
        { "R048", "payers: []\nbenefits: [ { «name»: pay, label: 给付, payer: dsk, amount: '1', cite: s } ]" },
        { "R048", "routes: [ { «name»: a, label: a, when: 'true', class: full, cite: s } ]" },
        { "R051", "criteria: [ { name: a, label: a, formula: 'true', met: '押金 «{deposit 元»', notMet: 否, cite: s } ]" },
        { "R052", Toy.Route + Toy.Payers + "benefits: [ { name: pay, label: 给付, payer: desk, amount: '1', rounding: { mode: up, to: «0.001», cite: s }, cite: s } ]" },
        { "R052", Toy.Route + Toy.Payers + "benefits: [ { name: pay, label: 给付, payer: desk, amount: '1', rounding: { mode: up, to: «0», cite: s }, cite: s } ]" },
        { "R024", Toy.Route + Toy.Payers + "benefits: [ { name: pay, label: 给付, payer: desk, amount: '1', rounding: { mode: up, to: «fen», cite: s }, cite: s } ]" },
        { "X050", "excludes: [ { «programme»: reading, of: household, cite: s } ]" },
    };

    /// <summary>Mistakes that show on the layer below only.</summary>
    public static TheoryData<string, string> OnALayer => new()
    {
        { "R030", "derived: [ { «name»: a, label: a, formula: '2', cite: s } ]" },
        { "R030", "parameters: [ { «name»: fee, label: 费, cite: s } ]" },
        { "R046", "parameters: [ { «name»: fees, values: [ { from: 2024-07-01, published: unknown, value: 1, cite: s } ] } ]" },
        { "R047", "parameters: [ { name: keyed, values: [ { from: 2024-07-01, published: unknown, value: «1», cite: s } ] } ]" },
        { "R031", "remove: [ { «name»: b, cite: s } ]" },
        { "X030", "remove: [ { name: a, cite: s } ]\nderived: [ { name: b, label: b, formula: '«a» + 1', cite: s } ]" },
    };

    /// <summary>The codes that the tests here show.</summary>
    public static IEnumerable<string> Shown => Alone.Concat(OnALayer).SelectMany(c => ((string)c[0]).Split(' ')).Concat(["R039", "R045", "R049", "R050", "R053", "R054", "R055"]);

    [Theory]
    [MemberData(nameof(Alone))]
    public void A_mistake_in_a_file_is_told_with_its_place(string codes, string marked) => Check(codes, Below, marked);

    [Theory]
    [MemberData(nameof(OnALayer))]
    public void A_mistake_on_a_layer_is_told_with_its_place(string codes, string marked) => Check(codes, Above, "extends: \"000000\"\n" + marked, Toy.Rules(Below, Body));

    [Theory]
    [InlineData("R029", "derived: [ { «name»: b, label: b, formula: '1', override: true } ]")]
    [InlineData("R020", "«formulas»: []")]
    public void A_mistake_in_a_fragment_is_told_with_its_place(string codes, string marked)
    {
        var annotated = AnnotatedText.Parse(Toy.WithHead(Laid, marked + "\n"));
        var book = Toy.Load(out var bag, Toy.Rules(Below, Body), (Laid, annotated.Text));
        Eligibility.Evaluation.StackCheck.RunOverlays(book!, bag);
        annotated.AssertDiagnostics(bag, codes.Split(' '));
    }

    [Fact]
    public void A_place_that_is_not_listed_is_told_with_the_nearest_one()
    {
        Check("R050", "000001/lending/2020-01-01.yaml", "jurisdiction: «\"000001\"»");
        Toy.Load(out var bag, Toy.Rules("000001/lending/2020-01-01.yaml", ""));
        Assert.Equal("Did you mean `000000`?", Assert.Single(bag).Advice.En);
    }

    [Fact]
    public void A_value_below_a_floor_is_told_at_the_value() => Check(
        "R045", Above, "extends: \"000000\"\nparameters: [ { name: line, values: [ { from: 2024-07-01, published: unknown, value: «1», cite: s } ] } ]",
        Toy.Rules(Below, "parameters: [ { name: line, label: 线, floor: '2', cite: s } ]\n"));

    [Fact]
    public void The_other_place_is_shown_where_two_contradict_each_other()
    {
        Toy.Load(out var bag, Toy.Rules(Below, Body), Toy.Rules(Above, "extends: \"000000\"\n", "derived: [ { name: a, label: a, formula: '2', cite: s } ]\n"));
        Assert.Equal(Below, Assert.Single(bag).Related!.Value.Source.Name);
    }

    [Fact]
    public void A_table_of_more_rows_than_anybody_reads_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, 201).Select(i => $"        | {i} | 1 |\n"));
        Check("R055", Below, $"derived:\n  - name: a\n    label: a\n    cite: s\n    table:\n      hit: unique\n      rows: |\n        «|» shelves | amount |\n{rows}");
    }

    [Theory]
    [InlineData("000000/lending/2020-02-01.yaml", "000000/lending/2020-01-01.yaml")]
    [InlineData("000000/reading/2020-01-01.yaml", "000000/lending/2020-01-01.yaml")]
    [InlineData("100000/lending/2020-01-01.yaml", "000000/lending/2020-01-01.yaml")]
    public void A_file_lies_where_its_head_says(string name, string expected)
    {
        Toy.Load(out var bag, (name, "programme: lending\njurisdiction: \"000000\"\ninForce: { from: 2020-01-01 }\n"));
        var mistake = Assert.Single(bag);
        Assert.Equal(("R039", 1, 1), (mistake.Code, mistake.Location!.Value.Line, mistake.Location.Value.Column));
        Assert.Equal($"The file should be {expected}.", mistake.Message.En);
    }

    [Theory]
    [InlineData("lending.yaml")]
    [InlineData("000000/lending.yaml")]
    [InlineData("000000/lending/old/2020-01-01.yaml")]
    [InlineData("000000/lending/2020-01-01.yml")]
    public void A_file_that_lies_where_nothing_is_read_is_not_passed_over(string name)
    {
        var folder = Directory.CreateTempSubdirectory("eligibility-rules-");
        try
        {
            foreach (var f in Toy.Sources().Append(new RuleSourceFile(name, [], RuleSourceKind.Rules)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, f.Name))!);
                File.WriteAllBytes(Path.Combine(folder.FullName, f.Name), f.Bytes);
            }
            var bag = new DiagnosticBag();
            RuleBook.TryLoad(folder.FullName, bag);
            var mistake = Assert.Single(bag);
            Assert.Equal(("R039", name), (mistake.Code, mistake.Location!.Value.Source.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Everything_wrong_in_all_files_is_told_at_once()
    {
        Toy.Load(out var bag,
            Toy.Rules("000000/lending/2020-01-01.yaml", "derived: [ { name: a, label: a, formula: shelfs, cite: s }, { name: b, label: b, formula: 1 +, cite: t } ]\n"),
            Toy.Rules("100000/lending/2020-01-01.yaml", "extends: \"000000\"\n", "derived: [ { name: c, label: c, formula: a + nobody, cite: s } ]\n"),
            Toy.Rules("000000/reading/2020-01-01.yaml", Toy.Derived("a = \"1\" * 2")));
        Assert.Equal(["R026", "X010", "X030", "X030", "X036"], bag.Select(d => d.Code).Order());
    }

    [Fact]
    public void A_mistake_below_is_told_once_however_many_layers_lie_on_it()
    {
        Toy.Load(out var bag,
            Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Derived("a = shelfs")),
            Toy.Rules("100000/lending/2020-01-01.yaml", "extends: \"000000\"\n"), Toy.Rules("100000/lending/2022-01-01.yaml", "extends: \"000000\"\n"), Toy.Rules("200000/lending/2021-01-01.yaml", "extends: \"000000\"\n"));
        Assert.Equal(["X030"], bag.Select(d => d.Code));
    }

    [Theory]
    [InlineData("jurisdictions.yaml", "R053", "jurisdictions: [ { code: \"000000\", name: 国 }, { code: «\"000000\"», name: 国 } ]\n")]
    [InlineData("vocabulary.yaml", "R054", "roles: { root: card, person: reader }\nentities:\n  - name: card\n    label: 卡\n    attributes:\n      - { name: readers, label: 读者, type: list, of: reader }\n"
        + "      - { name: student, label: 学生, type: boolean, attestedBy: 学校, absent: «false», absentReason: 无 }\n  - { name: reader, label: 人, key: id, attributes: [ { name: id, label: 号, type: string } ] }\n")]
    public void A_mistake_in_the_vocabulary_or_the_places_is_told_with_its_place(string file, string code, string marked)
    {
        var annotated = AnnotatedText.Parse(marked);
        var bag = new DiagnosticBag();
        var sources = Toy.Sources().Where(s => s.Name != file).Append(Toy.Source(file, annotated.Text)).ToArray();
        Assert.Null(RuleBook.TryLoad(sources, bag));
        annotated.AssertDiagnostics(bag, code);
    }

    [Fact]
    public void Rules_without_a_vocabulary_or_places_are_refused()
    {
        var bag = new DiagnosticBag();
        Assert.Null(RuleBook.TryLoad([Toy.Source("vocabulary.yaml", Vocabularies.LibraryYaml)], bag));
        Assert.Equal("`jurisdictions.yaml` cannot be read.", Assert.Single(bag, d => d.Code == "R049").Message.En);
    }

    private static void Check(string codes, string name, string marked, params (string, string)[] others)
    {
        var annotated = AnnotatedText.Parse(Toy.WithHead(name, marked + "\n"));
        Toy.Load(out var bag, [.. others, (name, annotated.Text)]);
        annotated.AssertDiagnostics(bag, codes.Split(' '));
        Assert.All(bag, d => Assert.Equal(name, d.Location!.Value.Source.Name));
        Assert.All(bag, d => Assert.True(d.Message.Zh.Length > 4 && d.Advice.Zh.Length > 2 && d.Message.En.Length > 8 && d.Advice.En.Length > 6, d.ToString()));
    }
}
