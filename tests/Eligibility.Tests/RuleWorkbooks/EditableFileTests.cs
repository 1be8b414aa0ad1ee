using System.Text;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.RuleSets.Editing;
using Eligibility.Tests.RuleSets;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.RuleWorkbooks;

/// <summary>Rule files changed through rows: what is asked for changes and nothing else, and what cannot be done says so.</summary>
public class EditableFileTests
{
    private const string Name = "000000/card/2020-01-01.yaml";

    private const string Text = """
        programme: card # the head stays
        parameters:
          - name: fee
            label: 费
            unit: CNY/month
            values:
              - { from: 2020-01-01, published: unknown, value: 10, cite: s 一 } # the first
              - { from: 2021-01-01, value: "12", cite: [s 一, s 二], note: { zh: 甲, en: first } }
          - name: rate
            by: [kind]
            values:
              - { from: 2020-01-01, value: { a: 1, b: 2 }, cite: s 三 }
          - name: later
            label: 后
        derived:
          - name: pay
            label: 付
            table:
              hit: first
              rows: |
                | shelves | deposit | pay |
                | > 3     | -       | 2   |
                | -       | < 10    | 1   |
                | -       | -       | 0   |
            cite: s 四
          - { name: twice, label: 倍, formula: 2 * pay, cite: s 五 }
        """;

    private static EditableFile Read(string text = Text)
    {
        var bag = new DiagnosticBag();
        var file = EditableFile.Read(new RuleSourceFile(Name, Encoding.UTF8.GetBytes(text), RuleSourceKind.Rules), bag)!;
        Assert.Empty(bag);
        return file;
    }

    private static ValueRow With(ValueRow row, params (string Field, string Text)[] changes) =>
        row with { Cells = [.. ValueFields.All.Select((f, i) => changes.FirstOrDefault(c => c.Field == f) is { Field: not null } c ? c.Text : row.Cells[i])], Row = 7 };

    private static ValueRow New(string parameter, string key, params (string Field, string Text)[] cells) => With(new ValueRow("", Name, parameter, key, [.. ValueFields.All.Select(_ => "")]), cells);

    private static string Change(Func<IReadOnlyList<ValueRow>, IEnumerable<ValueRow>> change, string text = Text)
    {
        var (file, bag) = (Read(text), new DiagnosticBag());
        var changed = file.With([.. change(file.Values)], file.Tables, bag);
        Assert.Empty(bag);
        return Encoding.UTF8.GetString(changed.Bytes);
    }

    private static string ChangeRow(int row, params (string Field, string Text)[] changes) => Change(v => v.Select((r, i) => i == row ? With(r, changes) : r));

    [Fact]
    public void The_rows_say_what_the_file_says()
    {
        var file = Read();
        Assert.Equal(["fee#0.0", "fee#0.1", "rate#1.0#a", "rate#1.0#b"], file.Values.Select(v => v.Id[(Name.Length + 1)..]));
        Assert.Equal(["2021-01-01", "", "", "12", "", "", "", "", "s 一; s 二", "甲", "first"], file.Values[1].Cells);
        Assert.Equal(["1", "2"], file.Values.Skip(2).Select(v => v["value"]));
        Assert.Equal(["shelves", "deposit", "pay"], Assert.Single(file.Tables).Header);
        Assert.Equal([["> 3", "-", "2"], ["-", "< 10", "1"], ["-", "-", "0"]], file.Tables[0].Rows);
        Assert.Equal("twice formula 2 * pay", Assert.Single(file.Formulas) is { } f ? $"{f.Item} {f.Part} {f.Text}" : "");
    }

    [Fact]
    public void Unchanged_rows_leave_every_file_of_the_library_as_it_is()
    {
        foreach (var source in RuleDirectory.Read(Repository.PathOf("rules"), []).Where(s => s.Kind == RuleSourceKind.Rules))
        {
            var bag = new DiagnosticBag();
            var file = EditableFile.Read(source, bag)!;
            Assert.Same(source, file.With(file.Values, file.Tables, bag));
            Assert.Empty(bag);
        }
    }

    [Theory]
    [InlineData(0, "value", "10.5", "{ from: 2020-01-01, published: unknown, value: 10.5, cite: s 一 } # the first")]
    [InlineData(0, "to", "2020-12-31", "{ from: 2020-01-01, to: 2020-12-31, published: unknown, value: 10, cite: s 一 } # the first")]
    [InlineData(0, "published", "", "{ from: 2020-01-01, value: 10, cite: s 一 } # the first")]
    [InlineData(0, "cite", "", "{ from: 2020-01-01, published: unknown, value: 10 } # the first")]
    [InlineData(0, "cite", "s 一；s 九", "{ from: 2020-01-01, published: unknown, value: 10, cite: [s 一, s 九] } # the first")]
    [InlineData(0, "note", "按年, 不按月: #1", "{ from: 2020-01-01, published: unknown, value: 10, cite: s 一, note: '按年, 不按月: #1' } # the first")]
    [InlineData(0, "note", "it's", "{ from: 2020-01-01, published: unknown, value: 10, cite: s 一, note: 'it''s' } # the first")]
    [InlineData(1, "value", "13", "{ from: 2021-01-01, value: \"13\", cite: [s 一, s 二], note: { zh: 甲, en: first } }")]
    [InlineData(1, "cite", "s 二", "{ from: 2021-01-01, value: \"12\", cite: s 二, note: { zh: 甲, en: first } }")]
    [InlineData(1, "note (en)", "second, too", "{ from: 2021-01-01, value: \"12\", cite: [s 一, s 二], note: { zh: 甲, en: 'second, too' } }")]
    [InlineData(1, "note (en)", "", "{ from: 2021-01-01, value: \"12\", cite: [s 一, s 二], note: 甲 }")]
    [InlineData(3, "value", "-2", "{ from: 2020-01-01, value: { a: 1, b: '-2' }, cite: s 三 }")]
    public void One_cell_changes_one_place(int row, string field, string text, string expected)
    {
        var changed = ChangeRow(row, (field, text));
        var before = Text.Split('\n');
        var different = changed.Split('\n').Where((l, i) => l != before[i]).ToArray();
        Assert.Equal("      - " + expected, Assert.Single(different));
    }

    [Fact]
    public void The_rows_of_one_entry_change_it_together()
    {
        var changed = Change(v => v.Select((r, i) => i >= 2 ? With(r, ("from", "2020-02-01")) : r));
        Assert.Contains("- { from: 2020-02-01, value: { a: 1, b: 2 }, cite: s 三 }", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_added_behind_the_last_of_their_parameter()
    {
        var changed = Change(v => [.. v, New("fee", "", ("from", "2022-01-01"), ("value", "14"), ("cite", "s 六")), New("rate", "a", ("from", "2022-01-01"), ("value", "3"), ("cite", "s 六")), New("rate", "b", ("from", "2022-01-01"), ("value", "4"), ("cite", "s 六"))]);
        Assert.Equal(Text.Split('\n').Length + 2, changed.Split('\n').Length);
        Assert.Contains("note: { zh: 甲, en: first } }\n      - { from: 2022-01-01, value: 14, cite: s 六 }\n", changed, StringComparison.Ordinal);
        Assert.Contains("cite: s 三 }\n      - { from: 2022-01-01, value: { a: 3, b: 4 }, cite: s 六 }\n", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_an_inherited_parameter_binds_it()
    {
        var changed = Change(v => [.. v, New("line", "city, old", ("from", "2022-01-01"), ("value", "14"), ("cite", "s 六"))]);
        Assert.Contains("    label: 后\n  - name: line\n    values:\n      - { from: 2022-01-01, value: { city: { old: 14 } }, cite: s 六 }\nderived:", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_stay()
    {
        var bytes = (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))];
        var bag = new DiagnosticBag();
        var file = EditableFile.Read(new RuleSourceFile(Name, bytes, RuleSourceKind.Rules), bag)!;
        var changed = file.With([.. file.Values, New("fee", "", ("from", "2022-01-01"), ("value", "14"), ("cite", "s 六"))], file.Tables, bag).Bytes;
        Assert.True(changed.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(0, Encoding.UTF8.GetString(changed).Split('\n').SkipLast(1).Count(l => !l.EndsWith('\r')));
        Assert.Contains("first } }\r\n      - { from: 2022-01-01, value: 14, cite: s 六 }\r\n", Encoding.UTF8.GetString(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_table_change_are_added_and_removed_and_the_others_keep_their_lines()
    {
        var (file, bag) = (Read(), new DiagnosticBag());
        var changed = file.With(file.Values, [file.Tables[0] with { Rows = [["> 4", "-", "2"], ["-", "-", "0"], ["-", "> 99", "10"]] }], bag);
        Assert.Empty(bag);
        string[] lines = ["        | shelves | deposit | pay |", "        | > 4     | -       | 2   |", "        | -       | -       | 0   |", "        | -       | > 99    | 10  |", "    cite: s 四"];
        Assert.Contains(string.Join('\n', lines), Encoding.UTF8.GetString(changed.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S093", "removed")]
    [InlineData("S092", "unknown")]
    [InlineData("S092", "twice")]
    [InlineData("S094", "disagree")]
    [InlineData("S095", "cleared")]
    [InlineData("S095", "undeclared")]
    [InlineData("S095", "withoutValues")]
    [InlineData("S092", "table")]
    public void What_cannot_be_done_is_refused_and_changes_nothing(string code, string what)
    {
        var (file, bag) = (Read(), new DiagnosticBag());
        var v = file.Values;
        IEnumerable<ValueRow> rows = what switch
        {
            "removed" => v.Skip(1),
            "unknown" => [.. v, v[0] with { Id = v[0].Id + "9" }],
            "twice" => [.. v, v[0]],
            "disagree" => [v[0], v[1], With(v[2], ("from", "2020-02-01")), v[3]],
            "cleared" => [With(v[0], ("from", "")), .. v.Skip(1)],
            "undeclared" => [With(v[0]), v[1], v[2], With(v[3], ("value", ""))],
            "withoutValues" => [.. v, New("later", "", ("from", "2022-01-01"), ("value", "1"))],
            _ => v,
        };
        file.With([.. rows], what == "table" ? [file.Tables[0] with { Id = "gone", Row = 3 }] : file.Tables, bag);
        Assert.Equal([code], bag.Select(d => d.Code).Distinct());
    }

    [Fact]
    public void Whatever_is_written_is_read_back()
    {
        var texts = Gen.Elements("甲", "a, b", "x: y", "# no", "'", "\"", "{", "[1]", "-", "- 1", "100%", "是", "a  b", "null", "~", "|", "> 1", "&a", "*a", "!t", "@", "`", "？", "\\n", "1,450", "a #b");
        var changes = Gen.ListOf(from row in Gen.Choose(0, 3) from field in Gen.Elements("to", "published", "value", "status", "note", "note (en)") from text in texts select (row, field, text));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(changes.ToArbitrary(), list =>
        {
            var (file, bag) = (Read(), new DiagnosticBag());
            var wanted = file.Values.ToArray();
            // What is said of an entry with keys stands in each of its rows; a note in English needs one in Chinese.
            foreach (var (row, field, text) in list)
            foreach (var r in field == "value" || row < 2 ? [row] : new[] { 2, 3 })
            {
                wanted[r] = With(wanted[r], (field, text));
                if (field == "note (en)" && wanted[r]["note"].Length == 0) wanted[r] = With(wanted[r], ("note", "甲"));
            }
            var changed = file.With(wanted, file.Tables, bag);
            var again = EditableFile.Read(changed, bag);
            return bag.Count == 0 && again!.Values.Zip(wanted).All(p => p.First.Cells.SequenceEqual(p.Second.Cells));
        }));
    }
}
