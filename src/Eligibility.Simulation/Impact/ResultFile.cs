using System.Globalization;
using Eligibility.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eligibility.Simulation.Impact;

/// <summary>The result as JSON: what people read of it, and behind that the frame and the tally, of which parts are merged. Amounts are texts, so that nothing rounds them.</summary>
internal static class ResultFile
{
    public static string Write(JObject frame, Tally tally, bool partial, JArray parts)
    {
        var result = new JObject
        {
            ["partial"] = partial,
            ["parts"] = parts,
            ["households"] = Weight(tally["households"] * Reading.Weights.One),
            ["rejected"] = Weight(tally["rejected"] * Reading.Weights.One),
            ["rejectedBecause"] = new JObject(tally.Sums.Where(s => s.Key.StartsWith("rejected/", StringComparison.Ordinal)).Select(s => new JProperty(s.Key["rejected/".Length..], (long)s.Value))),
            ["byEvaluator"] = (long)tally["left"],
            ["weightedHouseholds"] = Weight(tally["weight"]),
            ["weightedPersons"] = Weight(tally["persons"]),
            ["variants"] = new JArray(frame["variants"]!.Select((v, i) => (Variant: v, Index: i)).Where(v => !(bool)v.Variant["onlyCost"]!).Select(v => Variant(v.Variant, v.Index, tally))),
            ["changes"] = new JArray(frame["variants"]!.Select((v, i) => (Variant: v, Index: i)).Where(v => v.Index > 0 && !(bool)v.Variant["onlyCost"]!).Select(v => Changes(frame, v.Variant, v.Index, tally))),
            ["splits"] = new JArray(new ResultView(frame, tally, partial, Text.Language.Chinese).Splits.Zip(new ResultView(frame, tally, partial, Text.Language.English).Splits, Split)),
            ["attribution"] = new JArray(frame["attribution"]!.Select(a => Attributed(a, frame, tally))),
            ["frame"] = frame,
            ["tally"] = new JObject
            {
                ["sums"] = new JObject(tally.Sums.Select(s => new JProperty(s.Key, s.Value.ToString(CultureInfo.InvariantCulture)))),
                ["histograms"] = new JObject(tally.Histograms.Select(h => new JProperty(h.Key, new JObject(h.Value.Select(x => new JProperty(x.Key.ToString(CultureInfo.InvariantCulture), x.Value.ToString(CultureInfo.InvariantCulture))))))),
                ["losers"] = new JObject(tally.Losers.Select(l => new JProperty(l.Key, new JArray(l.Value.Losers.Select(Loser))))),
            },
        };
        return Explanation.JsonText.Of(result);
    }

    /// <summary>The tally of a result.</summary>
    public static Tally TallyOf(JObject result)
    {
        var tally = new Tally();
        foreach (var (name, value) in (JObject)result["tally"]!["sums"]!) tally.Add(name, Int128.Parse((string)value!, CultureInfo.InvariantCulture));
        foreach (var (name, histogram) in (JObject)result["tally"]!["histograms"]!)
            tally.Add(name, ((JObject)histogram!).Properties().Select(p => KeyValuePair.Create(long.Parse(p.Name, CultureInfo.InvariantCulture), Int128.Parse((string)p.Value!, CultureInfo.InvariantCulture))));
        foreach (var (name, losers) in (JObject)result["tally"]!["losers"]!)
            tally.Add(name, losers!.Select(l => new Loser((string)l["household"]!, Fen(l["before"]!), Fen(l["after"]!), Fen(l["loss"]!)!.Value, new((string)l["reason"]!["zh"]!, (string)l["reason"]!["en"]!))));
        return tally;
    }

    private static JObject Loser(Loser l) => new()
    {
        ["household"] = l.Household, ["before"] = l.Before, ["after"] = l.After, ["loss"] = l.Loss, ["reason"] = new JObject { ["zh"] = l.Reason.Zh, ["en"] = l.Reason.En },
    };

    private static long? Fen(JToken token) => token.Type == JTokenType.Null ? null : (long)token;

    /// <summary>Reads a result without taking its texts for dates or numbers. Null when it is none, or of an earlier form.</summary>
    public static JObject? Read(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            return JToken.ReadFrom(reader) is JObject { } o && o["tally"]?["sums"] is JObject && o["tally"]?["histograms"] is JObject && o["tally"]?["losers"] is JObject && o["frame"] is JObject frame && o["parts"] is JArray
                && frame["splits"] is JArray && frame["variants"] is JArray variants && variants.All(v => v["back"] is JArray && v["programmes"] is JArray) ? o : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JObject Variant(JToken variant, int index, Tally tally) => new()
    {
        ["name"] = variant["name"],
        ["monthlyCost"] = Yuan.Exact(tally[$"v{index}/cost"]),
        ["yearlyCost"] = Yuan.Exact(tally[$"v{index}/cost"] * 12),
        ["programmes"] = new JArray(variant["programmes"]!.Select(p => Programme(p, $"v{index}/{p["programme"]}", index > 0 && variant["touched"]!.All(t => (string)t! != (string)p["programme"]!) ? $"v0/{p["programme"]}" : $"v{index}/{p["programme"]}", tally))),
        ["byPayer"] = new JArray(variant["programmes"]!.SelectMany(p => p["benefits"]!.Select(b => (Payer: (string)b["payer"]!, Account: (bool)b["toAccount"]!, Paid: tally[$"v{index}/{p["programme"]}/paid/{b["benefit"]}"])))
            .GroupBy(b => (b.Payer, b.Account)).OrderBy(g => g.Key).Select(g => new JObject { ["payer"] = g.Key.Payer, ["toAccount"] = g.Key.Account, ["monthlyCost"] = Yuan.Exact(g.Aggregate(Int128.Zero, (a, b) => a + b.Paid)) })),
        ["coveredPersonsByAge"] = new JObject(Enumerable.Range(0, AgeCounter.UnknownBand + 1).Select(b => new JProperty(AgeName(b), Weight(tally[$"v{index}/age/{b:D2}"])))),
    };

    private static string AgeName(int band) => band == AgeCounter.UnknownBand ? "unknown" : band == AgeCounter.OldestBand ? "100+" : $"{band * 10}-{(band * 10) + 9}";

    /// <param name="p">What the frame says of it.</param>
    /// <param name="name">Its name in the tally.</param>
    /// <param name="missing">The name under which it is counted what is missing: that of the rules as they are where the variant changes nothing.</param>
    /// <param name="tally">What was counted.</param>
    private static JObject Programme(JToken p, string name, string missing, Tally tally) => new()
    {
        ["programme"] = p["programme"],
        ["title"] = p["title"],
        ["noRules"] = p["noRules"],
        ["eligible"] = Weight(tally[$"{name}/outcome/{Outcome.Eligible}"]),
        ["ineligible"] = Weight(tally[$"{name}/outcome/{Outcome.Ineligible}"]),
        ["undetermined"] = Weight(tally[$"{name}/outcome/{Outcome.Undetermined}"]),
        ["amountUnknown"] = Weight(tally[$"{name}/unknownAmounts"]),
        ["persons"] = Weight(tally[$"{name}/persons"]),
        ["monthlyCost"] = Yuan.Exact(tally.Sums.Where(s => s.Key.StartsWith($"{name}/paid/", StringComparison.Ordinal)).Aggregate(Int128.Zero, (a, b) => a + b.Value)),
        ["benefits"] = new JArray(p["benefits"]!.Select(b => new JObject { ["benefit"] = b["benefit"], ["label"] = b["label"], ["payer"] = b["payer"], ["monthlyCost"] = Yuan.Exact(tally[$"{name}/paid/{b["benefit"]}"]) })),
        ["indicators"] = Indicators(name, tally),
        ["amounts"] = Spread($"{name}/amounts", tally),
        ["missing"] = new JArray(tally.Sums.Where(s => s.Key.StartsWith($"{missing}/missing/", StringComparison.Ordinal)).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => (What: s.Key[$"{missing}/missing/".Length..].Split('/', 2), s.Value)).Select(m => new JObject { ["kind"] = Camel(m.What[0]), ["name"] = m.What[1], ["households"] = Weight(m.Value) })),
    };

    private static JObject Changes(JObject frame, JToken variant, int index, Tally tally) => new()
    {
        ["name"] = variant["name"],
        ["monthlyDifference"] = Yuan.Exact(tally[$"v{index}/cost"] - tally["v0/cost"]),
        ["arrears"] = new JArray(variant["back"]!.SelectMany(m => variant["programmes"]!.Select(p => Arrears((string)m!, (string)p["programme"]!, index, tally)).OfType<JObject>())),
        ["programmes"] = new JArray(frame["variants"]!.Where(v => !(bool)v["onlyCost"]!).SelectMany(v => v["programmes"]!).Select(p => (string)p["programme"]!).Distinct().Append(Comparison.Together).Where(p => p == Comparison.Together || variant["touched"]!.Any(t => (string)t! == p)).Select(p => Change($"v{index}/change/{p}", p, tally))),
    };

    /// <summary>A split, seen in both languages.</summary>
    private static JObject Split(SplitView split, SplitView english) => new()
    {
        ["split"] = split.Name,
        ["label"] = Both(split.Label, english.Label),
        ["groups"] = new JArray(split.Groups.Zip(english.Groups, (g, e) => new JObject
        {
            ["group"] = g.Key,
            ["label"] = Both(g.Label, e.Label),
            ["households"] = Weight(g.Households),
            ["persons"] = Weight(g.Persons),
            ["variants"] = new JArray(g.Variants.Select(v => new JObject
            {
                ["monthlyCost"] = Yuan.Exact(v.Paid),
                ["coveredPersons"] = Weight(v.Covered),
                ["changes"] = new JObject(Enum.GetValues<Change>().Select(c => new JProperty(Camel(c.ToString()), Weight(v.Changes[c])))),
            })),
        })),
    };

    /// <summary>What a reform comes to in an earlier month of a programme; null where nothing is other there.</summary>
    private static JObject? Arrears(string month, string programme, int index, Tally tally)
    {
        var name = $"v{index}/arrears/{month}/{programme}";
        string[] standings = [.. Enum.GetNames<DifferenceStanding>(), ArrearsCounter.Unknown];
        return standings.All(s => tally[$"{name}/{s}/households"] == 0) ? null : new JObject
        {
            ["month"] = month,
            ["programme"] = programme,
            ["differences"] = new JObject(standings.Where(s => tally[$"{name}/{s}/households"] != 0).Select(s => new JProperty(Camel(s), new JObject { ["amount"] = s == ArrearsCounter.Unknown ? null : Yuan.Exact(tally[$"{name}/{s}"]), ["households"] = Weight(tally[$"{name}/{s}/households"]) }))),
        };
    }

    private static JObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };

    private static JObject Change(string name, string programme, Tally tally)
    {
        var result = new JObject { ["programme"] = programme };
        foreach (var change in Enum.GetValues<Change>())
        {
            var one = new JObject { ["households"] = Weight(tally[$"{name}/{change}"]), ["persons"] = Weight(tally[$"{name}/{change}/persons"]) };
            if (change is Impact.Change.Entering or Impact.Change.Leaving or Impact.Change.Gaining or Impact.Change.Losing)
            {
                one["monthlyDifference"] = Yuan.Exact(tally[$"{name}/{change}/fen"]);
                one["differences"] = Spread($"{name}/differences/{change}", tally);
            }
            result[Camel(change.ToString())] = one;
        }
        return result;
    }

    /// <summary>What is paid to a person on average and as a part of the line, as exact fractions; null where there is nothing to divide by.</summary>
    private static JObject Indicators(string name, Tally tally)
    {
        var paid = tally.Histograms.TryGetValue($"{name}/amounts", out var amounts) ? amounts.Aggregate(Int128.Zero, (sum, a) => sum + (a.Key * a.Value)) : 0;
        static string? Ratio(Int128 part, Int128 whole) => whole == 0 ? null : Number.FromFraction((System.Numerics.BigInteger)part, (System.Numerics.BigInteger)whole).ToString();
        return new JObject
        {
            ["meanPerPerson"] = Ratio(paid, 100 * tally[$"{name}/personsWithAmounts"]),
            ["meanPerHousehold"] = Ratio(paid, 100 * (tally[$"{name}/outcome/{Outcome.Eligible}"] - tally[$"{name}/unknownAmounts"])),
            ["partOfLine"] = Ratio(tally[$"{name}/paidByLine"], tally[$"{name}/line"]),
            ["coveredPersons"] = Ratio(tally[$"{name}/persons"], tally["persons"]),
            ["coveredHouseholds"] = Ratio(tally[$"{name}/outcome/{Outcome.Eligible}"], tally["weight"]),
        };
    }

    private static JObject Spread(string name, Tally tally)
    {
        if (!tally.Histograms.TryGetValue(name, out var histogram)) return [];
        var (weight, sum) = (Int128.Zero, Int128.Zero);
        foreach (var (fen, w) in histogram) (weight, sum) = (weight + w, sum + (fen * w));
        var mean = Number.FromFraction((System.Numerics.BigInteger)sum, (System.Numerics.BigInteger)(weight * 100));
        var result = new JObject { ["mean"] = mean.Scale is null ? $"{mean.Round(RoundingMode.HalfUp, 2).ToFixed(2)}" : mean.ToString(), ["meanExact"] = mean.ToString() };
        foreach (var percent in new[] { 0, 5, 10, 25, 50, 75, 90, 95, 100 }) result[percent == 50 ? "median" : $"p{percent}"] = Yuan.Of(tally.Percentile(name, percent));
        return result;
    }

    private static JObject Attributed(JToken a, JObject frame, Tally tally)
    {
        var sets = a["sets"]!.Select(s => (int)s).ToArray();
        var names = a["changes"]!.Select(c => (string)c["name"]!).ToArray();
        var shares = Attribution.Shares(names.Length, set => tally[$"v{sets[set]}/cost"]);
        return new JObject
        {
            ["reform"] = frame["variants"]![(int)a["variant"]!]!["name"],
            ["changes"] = new JArray(names.Select((n, i) => new JObject { ["change"] = n, ["monthlyCost"] = (shares[i] * Number.FromFraction(1, 100 * Reading.Weights.One)).ToString() })),
        };
    }

    private static string Weight(Int128 millionths) => Yuan.Weight(millionths);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
