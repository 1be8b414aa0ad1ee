namespace Eligibility.Tests.RuleSets;

/// <summary>The hash of a rule set changes with what it decides and with nothing else.</summary>
public class HashTests
{
    private const string Name = "000000/lending/2020-01-01.yaml";

    private static readonly string Body = Toy.Parameter("fee", "from: 2020-01-01, published: unknown, value: 100, note: why") + """
        derived:
          - { name: extra, label: 另加, formula: shelves * 2, cite: s 一 }
          - { name: more, label: 再加, formula: 'if shelves > 2 then extra + 1 else extra', cite: s 二 }
        criteria:
          - { name: full, label: 足, formula: deposit >= 10, met: '够 {deposit}', notMet: 不够, cite: s }
        classes: [ { name: one, label: 一 }, { name: two, label: 二 } ]
        routes:
          - { name: first, label: 甲, when: full, class: one, cite: s }
          - { name: second, label: 乙, when: 'shelves > 2', class: one, cite: s }
        payers: [ { name: desk, label: 前台 }, { name: bank, label: 银行 } ]
        benefits:
          - { name: pay, label: 给付, payer: desk, amount: fee + more, cite: s }
          - { name: odd, label: 零头, payer: desk, amount: deposit / 3, rounding: { mode: half up, to: 0.01, cite: s }, cite: s }
        """ + "\n";

    private static readonly string Before = HashOf(Body);

    [Theory]
    [InlineData("label: 另加", "label: 附加")]
    [InlineData("met: '够 {deposit}'", "met: '押金 {deposit} 元，够'")]
    [InlineData("cite: s 一", "cite: s 三")]
    [InlineData("note: why", "note: because")]
    [InlineData("derived:", "# a comment\nderived:")]
    [InlineData("\n", "\r\n")]
    [InlineData("shelves * 2", "(shelves) * 2.0")]
    [InlineData("value: 100", "value: 100.00")]
    [InlineData("extra + 1 else extra", "1*extra+1 else extra", false)]
    public void What_only_reads_differently_changes_nothing(string old, string changed, bool same = true)
    {
        Assert.Contains(old, Body, StringComparison.Ordinal);
        Assert.Equal(same, Before == HashOf(Body.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_items_changes_nothing()
    {
        var lines = Body.Split('\n').ToList();
        foreach (var (section, count) in new[] { ("derived:", 2), ("benefits:", 2) })
        {
            var at = lines.IndexOf(section);
            lines.Reverse(at + 1, count);
        }
        Assert.NotEqual(Body, string.Join('\n', lines));
        Assert.Equal(Before, HashOf(string.Join('\n', lines)));
    }

    [Fact]
    public void The_order_of_exclusions_changes_nothing()
    {
        const string a = "{ programme: a, of: household, cite: s }", b = "{ programme: b, of: household, cite: s }";
        var others = new[] { Toy.Rules("000000/a/2020-01-01.yaml", Toy.Pays("1")), Toy.Rules("000000/b/2020-01-01.yaml", Toy.Pays("1")) };
        Assert.Equal(
            Toy.Book([.. others, (Name, $"excludes: [ {a}, {b} ]\n" + Body)]).Ask()["lending"].RuleSetHash,
            Toy.Book([.. others, (Name, $"excludes: [ {b}, {a} ]\n" + Body)]).Ask()["lending"].RuleSetHash);
    }

    [Theory]
    [InlineData("value: 100", "value: 101")]
    [InlineData("from: 2020-01-01, published: unknown, value", "from: 2020-02-01, published: unknown, value")]
    [InlineData("published: unknown, value", "published: 2020-01-01, value")]
    [InlineData("value: 100", "value: 100, to: 2030-12-31")]
    [InlineData("value: 100", "value: 100, attestedThrough: 2030-12-31")]
    [InlineData("value: 100", "value: 100, status: secondHand")]
    [InlineData("shelves * 2", "shelves * 3")]
    [InlineData("shelves > 2 then", "shelves >= 2 then")]
    [InlineData("deposit >= 10", "deposit > 10")]
    [InlineData("mode: half up", "mode: half down")]
    [InlineData("to: 0.01", "to: 0.1")]
    [InlineData("when: full, class: one", "when: full, class: two")]
    [InlineData("label: 给付, payer: desk", "label: 给付, payer: bank")]
    [InlineData("label: 给付, payer: desk", "label: 给付, form: account, payer: desk")]
    [InlineData("when: 'shelves > 2'", "when: 'shelves > 2', covers: 'readers[student]'")]
    [InlineData("payers:", "monthBasis: first\npayers:")]
    [InlineData("payers:", "applies: { when: shelves > 0, otherwise: 无, cite: s }\npayers:")]
    [InlineData("payers:", "notStated: [ { name: x, note: y, cite: s } ]\npayers:")]
    public void What_can_change_a_decision_changes_it(string old, string changed)
    {
        Assert.Contains(old, Body, StringComparison.Ordinal);
        Assert.NotEqual(Before, HashOf(Body.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_routes_is_a_rule()
    {
        var first = Body.Split('\n').Single(l => l.Contains("name: first", StringComparison.Ordinal));
        var second = Body.Split('\n').Single(l => l.Contains("name: second", StringComparison.Ordinal));
        var swapped = Body.Replace(first, "#", StringComparison.Ordinal).Replace(second, $"{second}\n{first}", StringComparison.Ordinal);
        Assert.NotEqual(Before, HashOf(swapped));
    }

    [Fact]
    public void A_hash_is_sixteen_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{16}$", Before);

    private static string HashOf(string body) => Toy.Book((Name, body)).Ask()["lending"].RuleSetHash;
}
