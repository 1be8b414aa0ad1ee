namespace Eligibility.Simulation.Impact;

/// <summary>How a change is called.</summary>
internal static class ChangeWords
{
    /// <summary>The order in which a reader meets them: who comes and goes, who gets more and less, who stays.</summary>
    public static readonly IReadOnlyList<Change> Order = [Change.Entering, Change.Leaving, Change.Gaining, Change.Losing, Change.Unchanged, Change.Undetermined, Change.Neither];

    /// <summary>Those that move money.</summary>
    public static readonly IReadOnlyList<Change> Moving = [Change.Entering, Change.Leaving, Change.Gaining, Change.Losing];

    public static string Of(Change change, ResultView result) => change switch
    {
        Change.Entering => result.Say("新纳入", "entering"),
        Change.Leaving => result.Say("退出", "leaving"),
        Change.Gaining => result.Say("增加", "gaining"),
        Change.Losing => result.Say("减少", "losing"),
        Change.Unchanged => result.Say("不变", "unchanged"),
        Change.Neither => result.Say("前后都不享受", "covered neither before nor after"),
        _ => result.Say("无法判断", "undetermined"),
    };
}
