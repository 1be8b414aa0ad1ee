using Eligibility.Feel;

namespace Eligibility.Tests.Feel;

/// <summary>Every function of the table, with values worked by hand from the standard's definitions; wrong arguments give null or a code.</summary>
public class FunctionTests
{
    public static TheoryData<string, string> Numbers => new()
    {
        { "abs(-2.5)", "2.5" }, { "abs(@\"-P1Y\")", "@\"P1Y\"" }, { "abs(@\"-PT5M\")", "@\"PT5M\"" }, { "abs(\"1\")", "X035" },
        { "modulo(-10, 4)", "2" }, { "modulo(10.1, -4.5)", "-3.4" }, { "modulo(1, 0)", "null" },
        { "odd(-3)", "true" }, { "odd(2.5)", "false" }, { "even(0)", "true" }, { "even(2.5)", "false" },
        { "floor(-1.5)", "-2" }, { "floor(1.56, 1)", "1.5" }, { "floor(n: 1.5, scale: null)", "X035" }, { "ceiling(-0.3)", "0" }, { "ceiling(1234, -2)", "1300" },
        { "decimal(2.5, 0)", "2" }, { "decimal(3.5, 0)", "4" }, { "decimal(1/3, 2.9)", "0.33" }, { "decimal(1, 6177)", "null" },
        { "round up(1.121, 2)", "1.13" }, { "round up(-1.126, 2)", "-1.13" }, { "round up(1, -6111)", "null" }, { "round down(-5.5, 0)", "-5" },
        { "round half up(-5.5, 0)", "-6" }, { "round half up(5.5, -6111)", "0" }, { "round half up(5.5, 6176)", "5.5" }, { "round half down(5.5, 0)", "5" },
        { "number(\"1.000.000,01\", \".\", \",\")", "1000000.01" }, { "number(\"-5e2\")", "-500" }, { "number(\"1 000\", \" \", null)", "1000" },
        { "number(\"1,5\", null, \",\")", "1.5" }, { "number(\"1,000\", \",\", \",\")", "null" }, { "number(\"1'000\", \"'\", \".\")", "null" }, { "number(\"x\")", "null" },
        { "number(\"1.5\", null, \",\")", "null" },
    };

    public static TheoryData<string, string> Texts => new()
    {
        { "string length(\"低保🐎\")", "3" }, { "upper case(\"aé1\")", "\"AÉ1\"" }, { "lower case(\"ABC\")", "\"abc\"" },
        { "contains(\"foobar\", \"ob\")", "true" }, { "contains(\"foobar\", \"OB\")", "false" }, { "starts with(\"foobar\", \"fo\")", "true" }, { "ends with(\"foobar\", \"r\")", "true" },
        { "substring before(\"foobar\", \"bar\")", "\"foo\"" }, { "substring before(\"foobar\", \"x\")", "\"\"" }, { "substring after(\"foobar\", \"ob\")", "\"ar\"" },
        { "substring(\"foobar\", 3)", "\"obar\"" }, { "substring(\"foobar\", -2, 1)", "\"a\"" }, { "substring(\"foobar\", 3, 3.8)", "\"oba\"" }, { "substring(\"foobar\", 3, 99)", "\"obar\"" },
        { "substring(\"foobar\", 0)", "null" }, { "substring(\"foobar\", 7)", "null" }, { "substring(\"foobar\", 1, 0)", "null" }, { "substring(\"foobar\")", "X033" },
        { "string join([\"a\", null, \"c\"], \"-\")", "\"a-c\"" }, { "string join([])", "\"\"" }, { "string join(\"a\", \"x\")", "\"a\"" }, { "string join([1], \"x\")", "X035" },
        { "string(1.10)", "\"1.1\"" }, { "string(@\"P1Y\")", "\"P1Y\"" }, { "string(@\"2024-08-31\")", "\"2024-08-31\"" }, { "string(null)", "null" }, { "string(true)", "\"true\"" },
        { "string([1, \"a\"])", "\"[1, \\\"a\\\"]\"" }, { "string({a: 1, \"b c\": null})", "\"{a: 1, \\\"b c\\\": null}\"" }, { "string([1..2))", "\"[1..2)\"" },
        { "[\"abc\"][1]", "\"abc\"" }, { "string length([\"abc\"])", "3" }, { "string length([\"a\", \"b\"])", "null" },
    };

    public static TheoryData<string, string> Patterns => new()
    {
        { "matches(\"foobar\", \"^fo*b\")", "true" }, { "matches(\"foobar\", \"^Fo*b\")", "false" }, { "matches(\"foobar\", \"^Fo*b\", \"i\")", "true" },
        { "matches(\"a\\nb\", \"a.b\")", "false" }, { "matches(\"a\\nb\", \"a.b\", \"s\")", "true" }, { "matches(\"a\\nb\", \"^b$\")", "false" }, { "matches(\"a\\nb\", \"^b$\", \"m\")", "true" },
        { "matches(\"hello world\", \"hello\\\\ sworld\", \"x\")", "true" }, { "matches(\"a+b\", \"a+b\", \"q\")", "true" }, { "matches(\"🐎\", \"^.$\")", "true" },
        { "matches(\"🐎\", \"^[^a-z]$\")", "true" }, { "matches(\"🐏\", \"^[🐎-🐐]$\")", "true" }, { "matches(\"🐎\", \"^[^🐎]$\")", "false" }, { "matches(\"b\", \"[a-z-[aeiou]]\")", "true" },
        { "matches(\"e\", \"[a-z-[aeiou]]\")", "false" }, { "matches(\"五\", \"\\\\p{IsCJKUnifiedIdeographs}\")", "true" }, { "matches(\"x9\", \"^\\\\i\\\\d$\")", "true" },
        { "matches(\"a b\", \"\\\\S\\\\s\\\\S\")", "true" }, { "matches(\"110101199003071234\", \"^[0-9]{17}[0-9X]$\")", "true" }, { "matches(\"a\", \"a\", null)", "true" },
        { "matches(\"a\", \"(a\")", "X058" }, { "matches(\"a\", \"a(?=b)\")", "X058" }, { "matches(\"a\", \"\\\\b\")", "X058" }, { "matches(\"a\", \"a{,2}\")", "X058" },
        { "matches(\"a\", \"a\", \"z\")", "X058" }, { "matches(\"a\", string(\"(a\"))", "null" }, { "matches(\"aa\", \"(a)\\\\1\")", "X052" },
        { "split(\"John Doe\", \"\\\\s\")", "[\"John\", \"Doe\"]" }, { "split(\"a;b;;\", \";\")", "[\"a\", \"b\", \"\", \"\"]" }, { "split(\"abc\", \"x*\")", "null" },
        { "replace(\"abracadabra\", \"bra\", \"*\")", "\"a*cada*\"" }, { "replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\"" },
        { "replace(\"a.b\", \".\", \"-\", \"q\")", "\"a-b\"" }, { "replace(\"5\", \"5\", \"\\\\$\")", "\"$\"" }, { "replace(\"abc\", \"b\", \"$0$0\")", "\"abbc\"" },
        { "replace(\"abc\", \"x*\", \"-\")", "null" }, { "replace(\"abc\", \"b\", \"$\")", "null" }, { "replace(\"abc\", \"b\", \"\\\\n\")", "null" },
    };

    public static TheoryData<string, string> Lists => new()
    {
        { "count([1, null])", "2" }, { "count(1)", "1" }, { "sum([1, 2.5])", "3.5" }, { "sum(1, 2)", "3" }, { "sum([])", "null" }, { "sum([1, null])", "null" }, { "product([2, 3, 4])", "24" },
        { "product([])", "null" }, { "mean(11, 2, 10)", "23/3" }, { "median([8, 2, 5, 7])", "6" }, { "median([])", "null" }, { "mode([6, 1, 9, 6, 1])", "[1, 6]" }, { "mode([])", "[]" },
        { "min(3, 1, 2)", "1" }, { "max(\"a\", \"c\", \"b\")", "\"c\"" }, { "max([@\"2024-01-01\", @\"2023-01-01\"])", "@\"2024-01-01\"" }, { "min([])", "null" }, { "min(1, \"a\")", "null" },
        { "max(true, false)", "X035" }, { "all([true, null, false])", "false" }, { "all([true, null])", "null" }, { "all([])", "true" }, { "any([false, null, true])", "true" }, { "any([])", "false" },
        { "list contains([1, null], null)", "true" }, { "list contains([1, 2], \"1\")", "false" }, { "index of([1, 2, 1], 1)", "[1, 3]" }, { "index of([1, null], null)", "[2]" },
        { "append([1], 2, 3)", "[1, 2, 3]" }, { "append(1, 2)", "[1, 2]" }, { "append([1], [2])", "[1, [2]]" }, { "concatenate([1], [2, 3])", "[1, 2, 3]" }, { "concatenate([1, 2])", "[1, 2]" },
        { "concatenate([[1]], [2])", "[[1], 2]" }, { "union([1, 2], [2, 3])", "[1, 2, 3]" }, { "distinct values([1, 1.0, null, null, [1], [1]])", "[1, null, [1]]" },
        { "reverse([1, 2])", "[2, 1]" }, { "flatten([1, [2, [[3]]]])", "[1, 2, 3]" }, { "sublist([1, 2, 3], 2)", "[2, 3]" }, { "sublist([1, 2, 3], -2, 1)", "[2]" },
        { "sublist([1, 2, 3], 0)", "null" }, { "sublist([1, 2, 3], 2, 5)", "null" }, { "insert before([1, 3], 2, 2)", "[1, 2, 3]" }, { "insert before([1, 3], 3, 2)", "null" },
        { "remove([1, 2, 3], -1)", "[1, 2]" }, { "remove([1], 2)", "null" }, { "list replace([1, 2, 3], 2, \"b\")", "[1, \"b\", 3]" }, { "list replace([1], 0, 2)", "null" },
        { "list replace([1], function(item, newItem) item = 1, 2)", "X052" }, { "count(\"a\", \"b\")", "X033" }, { "reverse(null)", "X035" },
    };

    public static TheoryData<string, string> DatesAndContexts => new()
    {
        { "date(2024, 2, 29)", "@\"2024-02-29\"" }, { "date(2023, 2, 29)", "X053" }, { "date(2023, 2, 28 + 1)", "null" }, { "date(year: 2024, month: 1, day: 2)", "@\"2024-01-02\"" },
        { "date(\"-0044-03-15\").year", "-44" }, { "date(\"999999999-12-31\") + @\"P1D\"", "null" }, { "date(\"02024-01-01\")", "X053" }, { "date(@\"2024-01-01\")", "@\"2024-01-01\"" },
        { "date(string(\"2024-13-01\"))", "null" }, { "duration(\"PT0.5S\") * 3", "@\"PT1.5S\"" }, { "duration(\"P1Y1D\")", "X053" }, { "@\"P1D\" / 7", "@\"PT3H25M42.857142857S\"" },
        { "years and months duration(@\"2017-09-05\", @\"-2019-10-01\")", "@\"-P4035Y11M\"" }, { "years and months duration(@\"2024-01-31\", @\"2024-02-29\")", "@\"P0M\"" },
        { "age(@\"2004-02-29\", @\"2020-02-28\")", "15" }, { "age(@\"2004-02-29\", @\"2021-02-28\")", "17" }, { "day of year(@\"2024-12-31\")", "366" },
        { "day of week(@\"2019-09-17\")", "\"Tuesday\"" }, { "day of week(@\"-0001-01-01\")", "\"Friday\"" }, { "month of year(@\"2019-09-17\")", "\"September\"" },
        { "week of year(@\"2005-01-01\")", "53" }, { "week of year(@\"2008-12-29\")", "1" }, { "week of year(@\"2019-09-17\")", "38" }, { "day of week(\"Monday\")", "X035" },
        { "get value({a: 1}, \"a\")", "1" }, { "get value({a: {b: 2}}, [\"a\", \"b\"])", "2" }, { "get value({a: 1}, \"b\")", "null" }, { "get value({a: 1}, [])", "null" }, { "get value(null, \"a\")", "X035" },
        { "get entries({a: 1})", "[{key: \"a\", value: 1}]" }, { "context([{key: \"a\", value: 1}, {key: \"b\", value: null}])", "{a: 1, b: null}" }, { "context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null" },
        { "context([{key: \"a\"}])", "null" }, { "context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}" }, { "context put({a: 1, b: 2}, \"a\", null)", "{a: null, b: 2}" },
        { "context put({a: {b: 1}}, [\"a\", \"c\"], 2)", "{a: {b: 1, c: 2}}" }, { "context put({a: 1}, [\"a\", \"c\"], 2)", "null" }, { "context put({a: 1}, [], 2)", "null" },
        { "context merge([{a: 1, b: 1}, {b: 2}])", "{a: 1, b: 2}" }, { "context merge({a: 1})", "{a: 1}" }, { "context merge([{a: 1}, 2])", "null" },
        { "not(null)", "X035" }, { "not(false)", "true" }, { "is(1, 1.0)", "true" }, { "is(1, \"1\")", "false" }, { "is(null, null)", "true" },
    };

    public static TheoryData<string, string> RelationsOfRanges => new()
    {
        { "range(\"(1..5]\")", "(1..5]" }, { "range(\"[1..)\").end", "null" }, { "7 in range(\"(..7]\")", "true" }, { "range(\"[1..]\")", "X057" }, { "range(\"(..)\")", "X057" },
        { "range(\"[2..1]\")", "X057" }, { "range(\"[1..\\\"a\\\"]\")", "X057" }, { "range(\"[\\\"a..b\\\"..\\\"c\\\"]\").start", "\"a..b\"" }, { "range(string(\"x\"))", "null" },
        { "before(1, 2)", "true" }, { "before(1, (1..2])", "true" }, { "before(1, [1..2])", "false" }, { "before([1..2), 2)", "true" }, { "before([1..2], [2..3])", "false" }, { "before([1..2], (2..3])", "true" },
        { "after([5..6], [1..5))", "true" }, { "after(5, [1..5])", "false" }, { "after(@\"2024-01-02\", @\"2024-01-01\")", "true" }, { "after(1, \"a\")", "X035" },
        { "meets([1..5], [5..6])", "true" }, { "meets([1..5), [5..6])", "false" }, { "met by([5..6], [1..5])", "true" }, { "met by((5..6], [1..5])", "false" },
        { "overlaps([1..5], [3..8])", "true" }, { "overlaps([1..5), [5..8])", "false" }, { "overlaps([3..8], [1..5])", "true" }, { "overlaps before([1..5], [3..8])", "true" },
        { "overlaps before([3..8], [1..5])", "false" }, { "overlaps before([1..5], (1..5])", "true" }, { "overlaps before([1..5], [1..5])", "false" }, { "overlaps after([3..8], [1..5])", "true" },
        { "finishes(10, [1..10])", "true" }, { "finishes(10, [1..10))", "false" }, { "finishes([5..10], [1..10])", "true" }, { "finishes([1..10], (1..10])", "false" }, { "finished by([1..10], (5..10])", "true" }, { "finished by([1..10], 10)", "true" },
        { "includes([1..10], 5)", "true" }, { "includes((1..10], 1)", "false" }, { "includes([1..10], (1..10))", "true" }, { "includes((1..10), [1..10])", "false" }, { "includes((>= 1), [5..10])", "true" },
        { "during(5, [1..10])", "true" }, { "during([4..6], [1..10))", "true" }, { "starts(1, [1..10])", "true" }, { "starts(1, (1..10])", "false" }, { "starts([1..5], [1..10])", "true" }, { "starts([1..10], [1..10))", "false" },
        { "started by([1..10], 1)", "true" }, { "started by([1..10], [1..5])", "true" }, { "coincides([1..5], [1..5])", "true" }, { "coincides([1..5), [1..5])", "false" }, { "coincides(3, 3)", "true" }, { "includes([1..10])", "X033" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    [MemberData(nameof(Texts))]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Lists))]
    [MemberData(nameof(DatesAndContexts))]
    [MemberData(nameof(RelationsOfRanges))]
    public void It_gives_what_the_standard_says(string expression, string expected) => Evaluate.Gives(expression, expected);

    [Fact]
    public void No_function_of_the_table_is_left_untested()
    {
        TheoryData<string, string>[] tables = [Numbers, Texts, Patterns, Lists, DatesAndContexts, RelationsOfRanges];
        var tested = string.Join('\n', tables.SelectMany(t => t.Cast<object[]>()).Select(r => r[0]));
        // What `in` does is an operator that is only spelt like a name.
        Assert.DoesNotContain(OperationTable.FunctionNames, f => f != "in" && !tested.Contains(f + "("));
    }

    [Fact]
    public void Rows_of_one_name_that_take_as_many_arguments_differ_in_their_types()
    {
        var same = OperationTable.Rows.GroupBy(r => $"{r.OnlyIn} {r}").Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(same);
    }
}
