using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;

namespace Eligibility.Tests.Diagnostics;

/// <summary>
/// What `elig explain` shows is true: the example has the mistake, and the fix has it no more. Spellings, YAML and facts are held by the
/// tests of their readers; here are the formulas, bound in the rules of Beijing's minimum living guarantee.
/// </summary>
public class ExampleTests
{
    /// <summary>The entity in whose formula an example stands, where it is not a person's; and what stands around it.</summary>
    private static readonly Dictionary<string, (string Entity, string Around)> Places = new(StringComparer.Ordinal)
    {
        ["X040"] = ("income", "{0}"), ["X054"] = ("income", "{0}"), ["X049"] = ("member", "some m in members satisfies age({0}, month.end) > 1"),
    };

    /// <summary>Kinds whose example cannot be run by itself, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotRun { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["X041"] = "its names stand for any formulas", ["X042"] = "it shows a criterion, which only a file has", ["X047"] = "the fix names an item of the reader's own rules",
        ["X050"] = "the engine knows no programme: the one it names is made up", ["X051"] = "it shows two keys of a file", ["X056"] = "only a run finds it: BindingMistakeTests", ["X059"] = "it needs two things of one label: FmtTests",
    };

    public static TheoryData<string> Codes => [.. BindingKinds.All.Select(k => k.Code).Except(NotRun.Keys)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_has_the_mistake_and_the_fix_has_it_no_more(string code)
    {
        var kind = BindingKinds.All.Single(k => k.Code == code);
        Assert.Equal([code], Bind(code, kind.Example).Select(d => d.Code).Distinct());
        Assert.Empty(Bind(code, kind.Fix));
    }

    [Fact]
    public void Whoever_is_left_out_exists_and_has_a_reason() =>
        Assert.All(NotRun, n => Assert.True(BindingKinds.All.Any(k => k.Code == n.Key) && n.Value.Length > 10));

    private static DiagnosticBag Bind(string code, string example)
    {
        var rules = StackCheck.Plans(RealRules.Book).SelectMany(p => p.Rules.Programmes).First(p => p.Programme == "minimumLiving" && p.Merged.Top.Jurisdiction == "110000");
        var (entity, around) = Places.GetValueOrDefault(code, ("member", "{0}"));
        var fragment = SourceFragment.Whole("formula", around.Replace("{0}", example, StringComparison.Ordinal));
        var bag = new DiagnosticBag();
        Binder.BindFormula(Parser.Parse(fragment, bag), fragment, RealRules.Book.Vocabulary.Entity(entity)!, rules, bag);
        return bag;
    }
}
