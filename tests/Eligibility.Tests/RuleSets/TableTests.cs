namespace Eligibility.Tests.RuleSets;

/// <summary>A table means the ifs that it stands for.</summary>
public class TableTests
{
    [Theory]
    [InlineData("10", "3", "1")]
    [InlineData("20", "3", "2")]
    [InlineData("20", "7", "unknown(noRow)")]
    [InlineData("20", "5", "unknown(severalRows)")]
    [InlineData("null", "3", "unknown(deposit)")]
    public void Unique_wants_exactly_one_row(string deposit, string shelves, string value) => Check("unique",
        """
        | deposit | shelves | amount |
        | < 15    | -       | 1      |
        | >= 15   | <= 5    | 2      |
        | >= 15   | [5..6]  | 3      |
        """, deposit, shelves, value);

    [Theory]
    [InlineData("10", "3", "1")]
    [InlineData("10", "9", "1")]
    [InlineData("20", "9", "2")]
    [InlineData("20", "3", "4")]
    [InlineData("null", "3", "unknown(deposit)")]
    [InlineData("20", "null", "unknown(shelves)")]
    [InlineData("10", "null", "1")]
    public void First_takes_the_first_row_that_holds(string deposit, string shelves, string value) => Check("first",
        """
        | deposit | shelves | amount |
        | 10      | -       | 1      |
        | 20, 30  | > 5     | 2      |
        | not(20) | -       | 3      |
        | -       | -       | 4      |
        """, deposit, shelves, value);

    [Fact]
    public void An_unknown_condition_does_not_matter_where_its_rows_agree() => Check("first",
        """
        | deposit | shelves | amount |
        | > 100   | -       | 5      |
        | -       | > 1     | 2 + 3  |
        | -       | -       | 6      |
        """, "null", "3", "5");

    [Theory]
    [InlineData("10", "3", "101")]
    [InlineData("5", "3", "100")]
    [InlineData("10", "1", "1")]
    [InlineData("5", "1", "0")]
    [InlineData("10", "null", "unknown(shelves)")]
    public void Collect_sum_adds_every_row_that_holds(string deposit, string shelves, string value) => Check("collect sum",
        """
        | deposit >= 10 | shelves > 1 | amount |
        | true          | -           | 1      |
        | -             | true        | 100    |
        """, deposit, shelves, value);

    [Theory]
    [InlineData("\"centre\"", "1")]
    [InlineData("\"harbour\"", "2")]
    public void Bars_inside_strings_and_brackets_part_no_cells(string branch, string value)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Derived("first",
            """
            | if branch = "centre" then "a|b" else "c" | amount                   |
            | "a|b"                                    | 1                        |
            | -                                        | count([ "|", "b" ])      |
            """)));
        Assert.Equal(value, book.Ask(facts: Toy.Card.Replace("\"centre\"", branch, StringComparison.Ordinal)).Value("lending", "x"));
    }

    [Fact]
    public void A_table_gives_the_amount_of_a_payment()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Route, Toy.Payers,
            "benefits:\n  - name: pay\n    label: 给付\n    payer: desk\n    table:\n      hit: first\n      rows: |\n        | shelves | amount |\n        | > 2     | 0.25   |\n        | -       | 0      |\n    cite: s\n"));
        Assert.Equal("0.25", book.Ask()["lending"].Says());
    }

    [Fact]
    public void A_table_may_give_texts_and_truths()
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Derived("first",
            """
            | shelves | result |
            | > 2     | "many" |
            | -       | "few"  |
            """), Toy.Derived("y = x = \"many\"").Replace("derived:\n", "", StringComparison.Ordinal)));
        Assert.Equal("true", book.Ask().Value("lending", "y"));
    }

    private static void Check(string hit, string table, string deposit, string shelves, string value)
    {
        var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Derived(hit, table)));
        Assert.Equal(value, book.Ask(facts: $$"""{ "deposit": {{deposit}}, "shelves": {{shelves}}, "readers": [ { "number": "1" } ], "loans": [] }""").Value("lending", "x"));
    }

    private static string Derived(string hit, string table) =>
        $"derived:\n  - name: x\n    label: x\n    cite: s\n    table:\n      hit: {hit}\n      rows: |\n        {table.Replace("\n", "\n        ", StringComparison.Ordinal)}\n";
}
