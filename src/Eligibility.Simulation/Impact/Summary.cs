using System.Globalization;
using System.Text;
using Eligibility.Explanation;
using Eligibility.Text;
using Eligibility.Values;
using Newtonsoft.Json.Linq;

namespace Eligibility.Simulation.Impact;

/// <summary>The result in a screenful.</summary>
internal static class Summary
{
    public static string Of(JObject frame, Tally tally, bool partial, Language language)
    {
        var zh = language == Language.Chinese;
        string Say(string chinese, string english) => zh ? chinese : english;
        string Name(JToken text) => (string)(zh ? text["zh"] : text["en"])!;
        var text = new StringBuilder();
        if (partial) text.Append(Say("部分结果：测算没有完成。\n", "PARTIAL: the simulation did not end.\n"));
        if ((bool)frame["synthetic"]!) text.Append(Say("合成名册：不是真实的家庭。\n", "A synthetic caseload: no real households.\n"));
        text.Append(zh ? $"{Name(frame["placeName"]!)} {frame["month"]}，按 {frame["knownAt"]} 所知\n" : $"{Name(frame["placeName"]!)}, {frame["month"]}, as known on {frame["knownAt"]}\n");
        text.Append(CultureInfo.InvariantCulture, $"{Say("读入", "read")} {tally["households"] + tally["rejected"]:N0}{Say(" 户：测算 ", " households: decided ")}{tally["households"]:N0}{Say("，不可用 ", ", rejected ")}{tally["rejected"]:N0}")
            .Append(CultureInfo.InvariantCulture, $"{Say("；由逐户计算决定 ", "; by the evaluator ")}{tally["left"]:N0}\n");
        var variants = frame["variants"]!.ToArray();
        for (var v = 0; v < variants.Length; v++)
        {
            if ((bool)variants[v]["onlyCost"]!) continue;
            text.Append(CultureInfo.InvariantCulture, $"\n{(v == 0 ? Say("现行规则", "as the rules are") : variants[v]["name"])}：{Say("每月", "monthly")} {Yuan.Exact(tally[$"v{v}/cost"])}");
            text.Append(v == 0 ? "\n" : $"（{Signed(tally[$"v{v}/cost"] - tally["v0/cost"])}）\n");
            foreach (var p in variants[v]["programmes"]!)
            {
                var name = $"v{v}/{p["programme"]}";
                var cost = p["benefits"]!.Aggregate(Int128.Zero, (sum, b) => sum + tally[$"{name}/paid/{b["benefit"]}"]);
                text.Append("  ").Append(Name(p["title"]!)).Append(zh ? "：" : ": ")
                    .Append(zh ? $"{W(tally[$"{name}/outcome/Eligible"])} 户 {W(tally[$"{name}/persons"])} 人，每月 {Yuan.Exact(cost)} 元" : $"{W(tally[$"{name}/outcome/Eligible"])} households, {W(tally[$"{name}/persons"])} persons, {Yuan.Exact(cost)} yuan a month")
                    .Append(Open(tally[$"{name}/outcome/Undetermined"], tally[$"{name}/unknownAmounts"])).Append('\n');
                foreach (var (key, weight) in tally.Sums.Where(s => s.Key.StartsWith($"{name}/missing/", StringComparison.Ordinal)).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(5))
                    text.Append(zh ? $"    缺 {key[(key.LastIndexOf('/') + 1)..]}：{W(weight)} 户\n" : $"    without {key[(key.LastIndexOf('/') + 1)..]}: {W(weight)} households\n");
            }
            if (v == 0) continue;
            var all = $"v{v}/change/*";
            foreach (var change in Enum.GetValues<Change>())
            {
                if (tally[$"{all}/{change}"] == 0) continue;
                text.Append(CultureInfo.InvariantCulture, $"  {Word(change)} {W(tally[$"{all}/{change}"])}{Say(" 户", "")}");
                if (tally.Percentile($"{all}/differences/{change}", 50) is { } median) text.Append(CultureInfo.InvariantCulture, $"{Say("，每月 ", ", monthly ")}{Signed(tally[$"{all}/{change}/fen"])}{Say("，中位数 ", ", median ")}{Yuan.Of((long?)median)}");
                text.Append('\n');
            }
        }
        foreach (var a in frame["attribution"]!)
        {
            var sets = a["sets"]!.Select(s => (int)s).ToArray();
            var names = a["changes"]!.Select(c => (string)c!).ToArray();
            var million = Number.FromFraction(1, Reading.Weights.One);
            var fen = Attribution.LargestRemainder([.. Attribution.Shares(names.Length, set => tally[$"v{sets[set]}/cost"]).Select(s => s * million)]);
            text.Append(Say("\n各项改动的影响（每月）\n", "\nWhat each change costs a month\n"));
            for (var i = 0; i < names.Length; i++) text.Append(CultureInfo.InvariantCulture, $"  {names[i]}  {(fen[i] > 0 ? "+" : "")}{Yuan.Of(fen[i])}\n");
        }
        return text.ToString();

        string Open(Int128 undetermined, Int128 unknown) =>
            (undetermined == 0 ? "" : zh ? $"；无法判断 {W(undetermined)} 户" : $"; undetermined {W(undetermined)}") + (unknown == 0 ? "" : zh ? $"；金额不明 {W(unknown)} 户" : $"; amount not known {W(unknown)}");

        string Word(Change change) => (change, zh) switch
        {
            (Change.Entering, true) => "新纳入",
            (Change.Leaving, true) => "退出",
            (Change.Gaining, true) => "增加",
            (Change.Losing, true) => "减少",
            (Change.Unchanged, true) => "不变",
            (Change.Neither, true) => "前后都不享受",
            (Change.Undetermined, true) => "无法判断",
            _ => JsonText.Word(change),
        };
    }

    private static string W(Int128 millionths) => Yuan.Weight(millionths);

    private static string Signed(Int128 weightedFen) => (weightedFen > 0 ? "+" : "") + Yuan.Exact(weightedFen);
}
