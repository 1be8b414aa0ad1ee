using System.Security.Cryptography;
using System.Text;
using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>What whoever checks a decision needs beside the answer: where everything it rests on comes from.</summary>
internal sealed record Audit(IReadOnlyList<AuditFile> Files, IReadOnlyList<AuditValue> Values, IReadOnlyList<AuditStep> Steps, IReadOnlyList<AuditReading> Readings, IReadOnlyList<Caution> Conflicts)
{
    public static Audit Of(Answer answer, ProgrammeAnswer programme)
    {
        var (run, rules, words) = (answer.Assessment.Run, programme.Decision.Rules, answer.Words);
        // Where no version is in force nothing was computed: the decision itself names the gap and its neighbours.
        if (run.Rules.Gaps.ContainsKey(rules.Programme)) return new([], [], [], [], []);
        var derivation = Derivation.Of(run, rules);
        var used = derivation.Steps.Select(s => s.Item).ToHashSet();
        var parameters = derivation.Parameters.OrderBy(p => p.Index).ToArray();
        var files = derivation.Steps.Select(s => s.Item.Owner).Concat(parameters.Select(p => p.Owner)).Prepend(rules).Distinct().SelectMany(p => p.Merged.Files).Distinct();
        return new(
            [.. files.Select(f => new AuditFile(f, Hash(f.Source)))],
            [.. parameters.SelectMany(p => AuditValue.Of(p, derivation.KeysOf(p), run, words))],
            [.. derivation.Steps.Select(s => AuditStep.Of(s, run, words))],
            [.. rules.Items.Where(i => i.Kind == ItemKind.Interpretation && used.Contains(i.Of!)).Select(i => AuditReading.Of(i, run, words))],
            programme.Conflicts);
    }

    /// <summary>Of the file's text in UTF-8, as <c>sha256sum</c> gives it.</summary>
    private static string Hash(SourceText file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Content)));
}

/// <summary>A rule file that spoke and the SHA-256 of its text.</summary>
internal sealed record AuditFile(RuleFile File, string Hash);

/// <summary>A value that was read: of which parameter, for which combination of keys, as written in which line.</summary>
internal sealed record AuditValue(RuleParameter Parameter, string? Key, string Figure, ParameterValue Value, string Place, IReadOnlyList<string> Cites)
{
    public static IEnumerable<AuditValue> Of(RuleParameter p, IReadOnlySet<string>? keys, HouseholdRun run, Words words) =>
        run.Rules.Used[p].Where(m => keys is null || keys.Contains(m.Definition.Key)).Select(m => new AuditValue(
            p, m.Definition.Key.Length == 0 ? null : KeyLabel(p, m.Definition.Key, run, words), Display.Of(m.Definition.Value, words.Language, Display.IsMoney(p.Unit)) + words.Unit(p.Unit),
            m.Definition, PlaceOf(m.Definition.Location), DecisionMaker.Cites(m.Definition.Cites)));

    private static string KeyLabel(RuleParameter p, string key, HouseholdRun run, Words words) =>
        string.Join(words.Comma, key.Split(", ").Select((k, i) => run.Rules.Plan.Rules.Vocabulary.Entities.Select(e => e.Attribute(p.By[i])).FirstOrDefault(a => a is not null)?.Code(k) is { } code ? words.Say(code.Label) : k));

    internal static string PlaceOf(Location location) => $"{location.Source.Name}:{location.Line}";
}

/// <summary>A computed value with its formula: in words, and in FEEL as the file has it (null for what the engine makes of routes and payments).</summary>
internal sealed record AuditStep(string Label, string? Whose, string Formula, string? Feel, string Result, string RuleSet, string Place, RuleStatus? Status, IReadOnlyList<string> Cites)
{
    public static AuditStep Of(DerivationStep s, HouseholdRun run, Words words)
    {
        var (item, definition) = (s.Item, s.Item.Definition);
        var result = s.Value.Kind == ValueKind.Number ? StepText.Arithmetic(s, run, words.Language) : StepText.Result(s, words.Language);
        return new(words.Say(item.Label), s.Instance.Parent is null ? null : s.Instance.DisplayName, StepText.Formula(s, words.Language), item.Written?.Text,
            result, item.Owner.Merged.Top.Jurisdiction + "/" + item.Owner.Programme,
            definition is null ? item.File.Source.Name : AuditValue.PlaceOf(definition.Location), definition?.Status, DecisionMaker.Cites(definition?.Cites ?? []));
    }
}

/// <summary>A reading of ours of a rule that was used, and whether it touches this household: null when that cannot be told.</summary>
internal sealed record AuditReading(string Label, string Note, bool? Matters, IReadOnlyList<string> Cites)
{
    public static AuditReading Of(RuleItem reading, HouseholdRun run, Words words)
    {
        var values = run.Instances(reading).Select(i => run[reading, i]).ToArray();
        bool? matters = values.Any(v => v.IsTrue) ? true : values.Any(v => v.IsUnknown) ? null : false;
        return new(words.Say(reading.Of!.Label), words.Say(reading.Reading!.Note), matters, DecisionMaker.Cites(reading.Reading.Cites));
    }
}
