using System.Security.Cryptography;
using Eligibility.Explanation;
using Eligibility.Text;
using Newtonsoft.Json.Linq;

namespace Eligibility.Tests.Explanation;

/// <summary>The auditor can follow everything to its file, its line and its day.</summary>
public class AuditTests
{
    private static JObject Json(string file = "beijing/family-with-child", string month = "2024-08", string knownAt = "2024-08-31") =>
        JObject.Parse(JsonAnswer.Write(Households.Ask(file, month, knownAt), Language.Chinese, Reader.Auditor));

    private static JToken Dibao(JObject json) => json["decisions"]!.Single(d => (string?)d["programme"] == "minimumLiving");

    [Fact]
    public void A_file_is_named_with_the_hash_of_its_bytes()
    {
        var files = Dibao(Json())["audit"]!["files"]!.ToArray();
        Assert.Equal(["000000/minimumLiving/2021-07-01.yaml", "000000/minimumLiving/2022-10-20.yaml", "110000/minimumLiving/2019-01-01.yaml"], files.Select(f => (string)f["file"]!));
        Assert.All(files, f => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Repository.Bytes($"rules/{f["file"]}"))), (string?)f["sha256"]));
    }

    [Fact]
    public void A_value_is_given_with_its_days_its_status_and_its_line()
    {
        var line = Assert.Single(Dibao(Json())["audit"]!["values"]!, v => (string?)v["parameter"] == "guaranteeLine");
        Assert.Equal(("1450", "2024-07-01", "2024-08-21", "2024-12-31", "verified"), ((string?)line["value"], (string?)line["from"], (string?)line["published"], (string?)line["attestedThrough"], (string?)line["status"]));
        var place = ((string)line["place"]!).Split(':');
        Assert.Contains("value: 1450", Repository.Text($"rules/{place[0]}").Split('\n')[int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture) - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_value_known_before_the_notice_is_marked_as_our_reading()
    {
        var line = Assert.Single(Dibao(Json(knownAt: "2024-08-20"))["audit"]!["values"]!, v => (string?)v["parameter"] == "guaranteeLine");
        Assert.Equal(("1395", "interpretation"), ((string?)line["value"], (string?)line["status"]));
        Assert.Equal(JTokenType.Null, line["published"]!.Type);
    }

    [Fact]
    public void Every_conflict_is_told_in_full()
    {
        var answer = Households.Ask("beijing/refused-family", "2024-08", "2024-08-31");
        var conflicts = answer["minimumLiving"].Warnings.Where(w => w.Kind == WarningKind.Conflict).ToArray();
        Assert.Equal(6, conflicts.Length);
        foreach (var text in new[] { TextAnswer.Write(answer, Language.Chinese, Reader.Auditor), HtmlAnswer.Write(answer, Language.Chinese, Reader.Auditor) })
            Assert.All(conflicts, c => Assert.Contains(c.Text.Zh, System.Net.WebUtility.HtmlDecode(text), StringComparison.Ordinal));
    }

    [Fact]
    public void A_reading_says_whether_it_touches_the_household()
    {
        var readings = Dibao(Json("beijing/family-with-nonlocal-wife"))["audit"]!["interpretations"]!.ToArray();
        Assert.Contains(readings, r => (bool?)r["matters"] == true);
        Assert.Contains(readings, r => (bool?)r["matters"] == false);
    }

    [Fact]
    public void A_gap_leaves_nothing_to_audit_but_says_which_gap()
    {
        var json = Json("pingxiang/border-household", "2012-11", "2024-01-01");
        Assert.All(json["decisions"]!, d => Assert.All(d["audit"]!.Values(), Assert.Empty));
        Assert.All(json["decisions"]!, d => Assert.Equal("version", (string?)d["missing"]![0]!["kind"]));
    }

    [Fact]
    public void The_approvers_JSON_has_nothing_of_the_auditors() => Assert.DoesNotContain("sha256", JsonAnswer.Write(Households.Ask("beijing/family-with-child", "2024-08", "2024-08-31"), Language.Chinese, derivation: true), StringComparison.Ordinal);
}
