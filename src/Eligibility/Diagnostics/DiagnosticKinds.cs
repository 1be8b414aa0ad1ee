namespace Eligibility.Diagnostics;

/// <summary>Every kind of mistake there is.</summary>
internal static class DiagnosticKinds
{
    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        .. JsonKinds.All.Concat(FactKinds.All).Concat(FeelKinds.All).Concat(BindingKinds.All).Concat(YamlKinds.All).Concat(RuleKinds.All)
            .Concat(QuestionKinds.All).Concat(CaseKinds.All).Concat(CaseloadKinds.All).Concat(SimulationKinds.All).Concat(RuleWorkbookKinds.All).Concat(LintKinds.All).OrderBy(k => k.Code, StringComparer.Ordinal),
    ];
}
