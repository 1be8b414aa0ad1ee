using Eligibility.Diagnostics;
using Eligibility.Feel;
using Eligibility.Tests.Differential;
using Eligibility.Text;

namespace Eligibility.Tests.Issues;

/// <summary>
/// Functions that take lists apart or compare what is in them looked only at the outer list: an inner element that may or may not
/// belong was taken to belong, so that a value was given which some completion of the facts contradicts.
/// </summary>
public class FoundByCompletingTheUnknown
{
    [Theory]
    [InlineData("flatten([[1], xs[maybe]])")]
    [InlineData("flatten([[[1], xs[maybe]]])")]
    [InlineData("count(distinct values([xs[maybe], xs]))")]
    [InlineData("count(union([xs[maybe]], [xs]))")]
    [InlineData("index of([xs[maybe], xs], xs)")]
    [InlineData("is([u], [v])")]
    public void What_is_open_inside_a_list_keeps_the_result_open(string text)
    {
        var bag = new DiagnosticBag();
        var fragment = SourceFragment.Whole("expression", text);
        var value = Comparer.Run(Parser.Parse(fragment, bag), fragment, true, Inputs.OfRules.Select(i => (i.Name, i.Type, Inputs.ToEngine(i.Value))), bag);
        Assert.Empty(bag);
        Assert.Equal("unknown", Inputs.Show(value!.Value));
    }
}
