using System.Text.RegularExpressions;
using Eligibility.Diagnostics;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Simulation.Impact;

/// <summary>
/// A change of one parameter, <c>name[key=…]=value@yyyy-MM</c>, as an overlay: assumed, and checked by whatever checks overlays. Without a month it
/// holds in the month that is decided.
/// </summary>
internal static partial class SetOption
{
    /// <summary>The overlay; null, with the reason, when the text cannot be read or means no parameter.</summary>
    public static RuleFile? Read(string text, MonthRules rules, DiagnosticBag bag)
    {
        var source = new SourceText("--set", text);
        var match = Form().Match(text);
        var whole = source.At(new TextSpan(0, text.Length));
        if (!match.Success)
        {
            bag.BadSet(whole);
            return null;
        }
        var month = rules.Month;
        if (match.Groups["month"] is { Success: true } m && !FeelDate.TryParseMonth(m.Value, out month))
        {
            bag.BadMonth(At(m), m.Value);
            return null;
        }
        var (name, value) = (match.Groups["name"], match.Groups["value"]);
        var programmes = rules.Plan.Rules.Programmes.Where(p => (!match.Groups["programme"].Success || match.Groups["programme"].Value == p.Programme) && p.Parameter(name.Value) is not null).ToArray();
        if (programmes.Length != 1)
        {
            bag.UnknownParameterSet(At(name), name.Value, NearestName.Find(name.Value, rules.Plan.Rules.Parameters.Select(p => p.Name)), [.. programmes.Select(p => p.Programme)]);
            return null;
        }
        var parameter = programmes[0].Parameter(name.Value)!;
        if (KeyOf(match.Groups["keys"], parameter, out var keyLocations) is not { } key)
        {
            bag.SetKeys(At(name), name.Value, parameter.By);
            return null;
        }
        var label = parameter.Label;
        return new RuleFile
        {
            Source = source,
            Programme = programmes[0].Programme,
            Jurisdiction = rules.Place,
            JurisdictionLocation = whole,
            BuildsOnLocation = whole,
            Title = TitleOf(label, match),
            IsOverlay = true,
            OverlayName = text,
            Parameters =
            [
                new ParameterDefinition
                {
                    Name = parameter.Name,
                    Location = At(name),
                    Label = label,
                    Type = parameter.Type,
                    OnlyValues = true,
                    Status = RuleStatus.Assumed,
                    Values = [new ParameterValue { From = month.OnDayOfMonth(1), Value = Value.From(value.Value), Key = key, KeyLocations = keyLocations, Status = RuleStatus.Assumed, Location = At(value) }],
                },
            ],
        };

        string? KeyOf(Group keys, RuleParameter p, out IReadOnlyList<Location> locations)
        {
            var given = keys.Success ? keys.Value.Split(',').Select(k => k.Split('=', 2)).Where(k => k.Length == 2).ToDictionary(k => k[0].Trim(), k => k[1].Trim(), StringComparer.Ordinal) : [];
            locations = [.. p.By.Select(_ => keys.Success ? At(keys) : whole)];
            return given.Count == p.By.Count && p.By.All(given.ContainsKey) ? string.Join(", ", p.By.Select(b => given[b])) : null;
        }

        Location At(Capture c) => source.At(new TextSpan(c.Index, c.Length));
    }

    /// <summary>"低保标准改为 1500（area=rural，自2025-01起）".</summary>
    private static LocalText TitleOf(LocalText label, Match match)
    {
        var (keys, month) = (match.Groups["keys"].Value, match.Groups["month"].Value);
        string Brackets(string open, string between, string from, string close)
        {
            var parts = new[] { keys, month.Length > 0 ? from : "" }.Where(p => p.Length > 0).ToArray();
            return parts.Length == 0 ? "" : open + string.Join(between, parts) + close;
        }
        return new LocalText($"{label.Zh}改为 {match.Groups["value"].Value}{Brackets("（", "，", $"自{month}起", "）")}", $"{label.En} set to {match.Groups["value"].Value}{Brackets(" (", ", ", $"from {month}", ")")}");
    }

    [GeneratedRegex(@"^(?:(?<programme>\w+)\.)?(?<name>\w+)(?:\[(?<keys>\w+=[^\],=]+(?:,\w+=[^\],=]+)*)\])?=(?<value>[^@]+?)(?:@(?<month>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
