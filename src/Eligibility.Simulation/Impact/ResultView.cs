using Eligibility.Text;
using Newtonsoft.Json.Linq;

namespace Eligibility.Simulation.Impact;

/// <summary>A result as its readers see it: the frame and the tally with the names looked up in one language.</summary>
internal sealed class ResultView
{
    private readonly JObject _frame;

    /// <param name="frame">What the result is about.</param>
    /// <param name="tally">What was counted.</param>
    /// <param name="partial">Whether not every household was decided.</param>
    /// <param name="language">The language of its readers.</param>
    public ResultView(JObject frame, Tally tally, bool partial, Language language)
    {
        (_frame, Tally, IsPartial, Language) = (frame, tally, partial, language);
        Variants = [.. frame["variants"]!.Select((v, i) => new VariantView(this, v, i)).Where(v => !v.IsOnlyCost)];
        Programmes = [.. Variants.SelectMany(v => v.Programmes).DistinctBy(p => p.Key)];
        Splits = [.. frame["splits"]!.Select(s => SplitView.Of(s, this)).OfType<SplitView>(), .. frame["means"] is JObject income ? [SplitView.Deciles(Name(income), this)] : Array.Empty<SplitView>()];
    }

    public Tally Tally { get; }

    public bool IsPartial { get; }

    public Language Language { get; }

    public bool IsSynthetic => (bool)_frame["synthetic"]!;

    public bool AcceptsUnattested => (bool)_frame["acceptUnattested"]!;

    public string Place => (string)_frame["place"]!;

    public string PlaceName => Name(_frame["placeName"]!);

    public string Month => (string)_frame["month"]!;

    public string KnownAt => (string)_frame["knownAt"]!;

    /// <summary>How many formulas were computed over columns, and which household by household.</summary>
    public (int Columns, IReadOnlyList<string> OneByOne) Plan => ((int)_frame["plan"]!["columns"]!, [.. _frame["plan"]!["oneByOne"]!.Select(Name)]);

    /// <summary>The rules as they are, and each reform.</summary>
    public IReadOnlyList<VariantView> Variants { get; }

    /// <summary>The households by what tells them apart.</summary>
    public IReadOnlyList<SplitView> Splits { get; }

    /// <summary>What would tell households apart into more groups than anybody can read.</summary>
    public IEnumerable<string> TooManyGroups => _frame["splits"]!.Where(s => Tally[SplitLimit.Mark((string)s["name"]!)] != 0).Select(s => Name(s["label"]!));

    public VariantView Baseline => Variants[0];

    public IEnumerable<VariantView> Reforms => Variants.Skip(1);

    /// <summary>Every programme of any variant, once.</summary>
    public IReadOnlyList<ProgrammeView> Programmes { get; }

    /// <summary>The reforms whose changes are told apart: the changes, and what a set of them costs.</summary>
    public IEnumerable<(VariantView Reform, IReadOnlyList<string> Changes, Func<int, Int128> Cost)> Attributions => _frame["attribution"]!.Select(a =>
    {
        var sets = a["sets"]!.Select(s => (int)s).ToArray();
        return (Variants.First(v => v.Index == (int)a["variant"]!), (IReadOnlyList<string>)[.. a["changes"]!.Select(c => Name(c["title"]!))], (Func<int, Int128>)(set => Tally[$"v{sets[set]}/cost"]));
    });

    public string Say(string zh, string en) => Language == Language.Chinese ? zh : en;

    public string Name(JToken text) => (string)(Language == Language.Chinese ? text["zh"] : text["en"])!;

    /// <summary>How people call what is missing, by its kind and key; the key where it has no other name.</summary>
    public string Label(string kindAndKey) => _frame["labels"]![kindAndKey] is { } label ? Name(label) : kindAndKey[(kindAndKey.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>One variant of a result.</summary>
internal sealed class VariantView
{
    private readonly ResultView _result;
    private readonly HashSet<string> _touched;

    public VariantView(ResultView result, JToken frame, int index)
    {
        _result = result;
        (Index, IsOnlyCost) = (index, (bool)frame["onlyCost"]!);
        (Name, Title) = ((string)frame["name"]!, result.Name(frame["title"]!));
        BackMonths = [.. frame["back"]!.Select(m => (string)m!)];
        _touched = [.. frame["touched"]!.Select(t => (string)t!)];
        Programmes = [.. frame["programmes"]!.Select(p => new ProgrammeView(result, p, $"v{index}/{p["programme"]}", _touched.Contains((string)p["programme"]!)))];
    }

    public int Index { get; }

    public bool IsOnlyCost { get; }

    /// <summary>What it was asked for with; empty for the rules as they are.</summary>
    public string Name { get; }

    /// <summary>How a reader calls it.</summary>
    public string Title { get; }

    public IReadOnlyList<ProgrammeView> Programmes { get; }

    /// <summary>What it pays in a month, fen times millionths.</summary>
    public Int128 Cost => _result.Tally[$"v{Index}/cost"];

    /// <summary>How much more it pays in a month than the rules as they are.</summary>
    public Int128 CostDifference => Cost - _result.Tally["v0/cost"];

    /// <summary>The months before the one that is decided from which it holds already.</summary>
    public IReadOnlyList<string> BackMonths { get; }

    /// <summary>What it comes to in an earlier month, and how many households it concerns, where that stands so.</summary>
    /// <param name="month">The month.</param>
    /// <param name="standing">Whether it is owed, or <see cref="ArrearsCounter.Unknown"/>.</param>
    public (Int128 Fen, Int128 Households) Arrears(string month, string standing)
    {
        var (fen, households) = (Int128.Zero, Int128.Zero);
        foreach (var p in Programmes)
        {
            var name = $"v{Index}/arrears/{month}/{p.Key}/{standing}";
            (fen, households) = (fen + _result.Tally[name], households + _result.Tally[$"{name}/households"]);
        }
        return (fen, households);
    }

    public bool Touches(string programme) => _touched.Contains(programme);

    public ProgrammeView? Find(string programme) => Programmes.FirstOrDefault(p => p.Key == programme);

    /// <summary>The name in the tally of what changes in a programme, or in all of them together.</summary>
    public string ChangesIn(string programme = Comparison.Together) => $"v{Index}/change/{programme}";

    /// <summary>How many households change so.</summary>
    public Int128 Households(Change change, string programme = Comparison.Together) => _result.Tally[$"{ChangesIn(programme)}/{change}"];

    /// <summary>How many covered persons are in them.</summary>
    public Int128 Persons(Change change, string programme = Comparison.Together) => _result.Tally[$"{ChangesIn(programme)}/{change}/persons"];

    /// <summary>How much more they get together in a month.</summary>
    public Int128 Fen(Change change, string programme = Comparison.Together) => _result.Tally[$"{ChangesIn(programme)}/{change}/fen"];
}

/// <summary>One programme of a variant.</summary>
/// <param name="result">The result it is in.</param>
/// <param name="frame">What the frame says of it.</param>
/// <param name="name">Its name in the tally.</param>
/// <param name="touched">Whether the variant may decide it otherwise.</param>
internal sealed class ProgrammeView(ResultView result, JToken frame, string name, bool touched)
{
    private readonly string _unchanged = $"v0/{frame["programme"]}";

    public string Key { get; } = (string)frame["programme"]!;

    public string Title { get; } = result.Name(frame["title"]!);

    public string Version => (string)frame["version"]!;

    public string Hash => (string)frame["hash"]!;

    /// <summary>Why no version of it is in force in the month; null where one is.</summary>
    public string? NoRules { get; } = frame["noRules"] is JObject why ? result.Name(why) : null;

    public IReadOnlyList<string> Assumed { get; } = [.. frame["assumed"]!.Select(a => (string)a!)];

    public IReadOnlyList<BenefitView> Benefits { get; } = [.. frame["benefits"]!.Select(b => new BenefitView(
        (string)b["benefit"]!, result.Name(b["label"]!), (string)b["payer"]!, b["payerLabel"] is JObject l ? result.Name(l) : (string)b["payer"]!, (bool)b["toAccount"]!, result.Tally[$"{name}/paid/{b["benefit"]}"]))];

    public Int128 Households => result.Tally[$"{name}/outcome/{Outcome.Eligible}"];

    public Int128 Persons => result.Tally[$"{name}/persons"];

    public Int128 Undetermined => result.Tally[$"{name}/outcome/{Outcome.Undetermined}"];

    public Int128 UnknownAmounts => result.Tally[$"{name}/unknownAmounts"];

    /// <summary>What it pays in a month, fen times millionths.</summary>
    public Int128 Cost => Benefits.Aggregate(Int128.Zero, (sum, b) => sum + b.Paid);

    /// <summary>The covered persons of households whose amount is known.</summary>
    public Int128 PersonsWithAmounts => result.Tally[$"{name}/personsWithAmounts"];

    /// <summary>What these households get in a month, fen times millionths.</summary>
    public Int128 PaidWithAmounts => result.Tally.Histograms.TryGetValue($"{name}/amounts", out var amounts) ? amounts.Aggregate(Int128.Zero, (sum, a) => sum + (a.Key * a.Value)) : 0;

    /// <summary>How many these households are.</summary>
    public Int128 HouseholdsWithAmounts => Households - UnknownAmounts;

    /// <summary>The line for every covered person of a household whose amount and line are known, fen times millionths; 0 where there is no line.</summary>
    public Int128 Line => result.Tally[$"{name}/line"];

    /// <summary>What those households get, fen times millionths.</summary>
    public Int128 PaidByLine => result.Tally[$"{name}/paidByLine"];

    /// <summary>What is missing and in how many households, most first. Where the variant changes nothing it is the same as before and counted there.</summary>
    public IReadOnlyList<(string What, Int128 Households)> Missing
    {
        get
        {
            var prefix = $"{(touched ? name : _unchanged)}/missing/";
            return [.. result.Tally.Sums.Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key[prefix.Length..], s.Value))];
        }
    }
}

/// <summary>One benefit of a programme.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Payer">The key of who pays it.</param>
/// <param name="PayerLabel">The name of who pays it.</param>
/// <param name="IsToAccount">Whether it goes to an account and not to the hand.</param>
/// <param name="Paid">What is paid of it in a month, fen times millionths.</param>
internal sealed record BenefitView(string Key, string Label, string Payer, string PayerLabel, bool IsToAccount, Int128 Paid);
