using Eligibility.Text;

namespace Eligibility.Tests.Text;

public class NearestNameTests
{
    [Theory]
    [InlineData("guarenteeLine", "guaranteeLine")]
    [InlineData("gauranteeLine", "guaranteeLine")]
    [InlineData("INCOME", "income")]
    [InlineData("低保标淮", "低保标准")]
    [InlineData("收人", "收入")]
    [InlineData("incme", "income")]
    public void A_slip_of_the_finger_is_found(string wanted, string nearest) =>
        Assert.Equal(nearest, NearestName.Find(wanted, ["income", "guaranteeLine", "低保标准", "收入", "age"]));

    [Theory]
    [InlineData("size")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("门")]
    [InlineData("incoming people")]
    public void What_is_far_from_everything_has_no_neighbour(string wanted) =>
        Assert.Null(NearestName.Find(wanted, ["income", "guaranteeLine", "低保标准", "收入", "age", "y"]));

    [Fact]
    public void Of_two_equally_near_the_first_in_order_wins_whatever_the_order_given()
    {
        Assert.Equal("rate1", NearestName.Find("rate", ["rate2", "rate1"]));
        Assert.Equal("rate1", NearestName.Find("rate", ["rate1", "rate2"]));
    }

    [Fact]
    public void Very_long_names_cost_nothing() => Assert.Null(NearestName.Find(new string('a', 1_000_000), [new string('a', 999_999) + "b"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abc", "ca", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Edits_are_counted(string a, string b, int edits) => Assert.Equal(edits, NearestName.Distance(a, b));
}
