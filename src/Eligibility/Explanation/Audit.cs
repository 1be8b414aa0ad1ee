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
        var (run, rules, words) = (programme.Decision.Run, programme.Decision.Rules, answer.Words);
        // Where no version is in force nothing was computed: the decision itself names the gap and its neighbours.
        if (run.Rules.Gaps.ContainsKey(rules.Programme)) return new([], [], [], [], []);
        var derivation = Derivation.Of(run, rules);
        // What belongs to a programme that has a section of its own is shown there.
        bool IsHere(ProgrammeRules owner) => owner == rules || answer.Programmes.All(p => p.Decision.Rules != owner);
        var steps = derivation.Steps.Where(s => IsHere(s.Item.Owner)).ToArray();
        var used = steps.Select(s => s.Item).ToHashSet();
        var parameters = derivation.Parameters.Where(p => IsHere(p.Owner)).OrderBy(p => p.Index).ToArray();
        var files = steps.Select(s => s.Item.Owner).Concat(parameters.Select(p => p.Owner)).Prepend(rules).Distinct().SelectMany(p => p.Merged.Files).Distinct();
        return new(
            [.. files.Select(f => new AuditFile(f, Hash(f.Source)))],
            [.. parameters.SelectMany(p => AuditValue.Of(p, derivation.KeysOf(p), run, words))],
            [.. steps.GroupBy(s => s.Item).Select(g => AuditStep.Of([.. g], run, words))],
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

/// <summary>
/// A computed item with its formula, in words and in FEEL as the file has it (null for what the engine makes of routes and payments), and what it
/// came to, for whom.
/// </summary>
internal sealed record AuditStep(string Label, string Results, string Formula, string? Feel, string RuleSet, string Place, RuleStatus? Status, IReadOnlyList<string> Cites)
{
    /// <param name="steps">The values of one item, at least one.</param>
    /// <param name="run">The run they were read from.</param>
    /// <param name="words">The language.</param>
    public static AuditStep Of(IReadOnlyList<DerivationStep> steps, HouseholdRun run, Words words)
    {
        var (item, definition) = (steps[0].Item, steps[0].Item.Definition);
        // The same value of several persons is said once, with all their names.
        var results = steps.GroupBy(s => Result(s, run, words)).Select(g => (steps.Count == 1 && g.First().Instance.Parent is null ? "" : string.Join(words.Comma, g.Select(s => s.Instance.DisplayName)) + words.Colon) + g.Key);
        return new(words.Say(item.Label), string.Join(words.Say("；", "; "), results), StepText.Formula(steps[0], words.Language), item.Written?.Text,
            item.Owner.Merged.Top.Jurisdiction + "/" + item.Owner.Programme, definition is null ? item.File.Source.Name : AuditValue.PlaceOf(definition.Location), definition?.Status,
            DecisionMaker.Cites(definition?.Cites ?? []));
    }

    private static string Result(DerivationStep s, HouseholdRun run, Words words) =>
        s.Item.Kind is ItemKind.Route or ItemKind.PersonRoute && s.Value.Kind == ValueKind.String ? RouteOf(s, words)
        : s.Value is { Kind: ValueKind.Number, Number.Sign: not 0 } ? StepText.Arithmetic(s, run, words.Language) : StepText.Result(s, words.Language);

    /// <summary>A route is called by its label.</summary>
    private static string RouteOf(DerivationStep s, Words words) =>
        s.Item.Owner.Merged.Routes.FirstOrDefault(r => r.Definition.Name == s.Value.Text)?.Definition.Label is { } label ? words.Say(label) : words.Say("无", "none");
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
