namespace Eligibility.Tests.Conformance;

/// <summary>
/// Cases of the conformance file whose expected value comes about only by an item definition of the decision model, which the file
/// does not hold and nothing in the expression shows. A type named behind <c>instance of</c> is not here: the engine recognises it.
/// </summary>
internal static class NeedsItemDefinitions
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["0021-singleton-list/001/decision2"] = "the decision's variable has the type string: a list of one element becomes that element when it is assigned to it",
        ["0021-singleton-list/001/decision4"] = "the decision's variable has the type string: a list of one element becomes that element when it is assigned to it",
    };
}
