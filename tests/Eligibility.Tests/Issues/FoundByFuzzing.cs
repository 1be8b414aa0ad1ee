using Eligibility.Explanation;
using Eligibility.Tests.RuleSets;
using Eligibility.Text;

namespace Eligibility.Tests.Issues;

/// <summary>Exceptions that mutated inputs once caused, one test each.</summary>
public class FoundByFuzzing
{
    [Fact]
    public void A_table_all_of_whose_rows_are_too_wide_is_refused()
    {
        Toy.Load(out var bag, Toy.Rules("000000/card/2020-01-01.yaml", "derived:\n  - name: t\n    label: t\n    cite: s\n    table:\n      hit: first\n      rows: |\n        | deposit | amount |\n        | 1 | 2 | 3 |\n", Toy.Route));
        Assert.Equal(["R042"], bag.Select(d => d.Code).Distinct());
    }

    [Fact]
    public void A_negated_quantifier_is_explained_without_values_of_an_element_that_there_is_not()
    {
        var book = Toy.Book(Toy.Rules("000000/card/2020-01-01.yaml", Toy.Derived("nobody = not(some r in readers satisfies r.student)"), "routes: [ { name: all, label: 全部, when: nobody, cite: s } ]\n"));
        var json = JsonAnswer.Write(book.Ask(), Language.Chinese, derivation: true);
        Assert.Contains("没有一个符合：学生", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negation_of_no_test_at_all_is_refused()
    {
        var bag = new Eligibility.Diagnostics.DiagnosticBag();
        Eligibility.Evaluation.BareExpression.Evaluate("4 in (not())", [], bag);
        Assert.True(bag.HasErrors);
    }
}
