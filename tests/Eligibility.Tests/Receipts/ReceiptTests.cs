using System.Diagnostics;
using System.Text;
using Eligibility.Cli;
using Eligibility.Diagnostics;
using Eligibility.Receipts;
using Eligibility.Tests.RuleSets;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Receipts;

/// <summary>A decision kept with everything it rests on, decided again here and elsewhere.</summary>
public sealed class ReceiptTests : IDisposable
{
    private static readonly LocalDate Known = new(2024, 8, 31);
    private static readonly YearMonth August = new(2024, 8);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eligibility-receipt-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Family => Repository.Text("seeds/beijing/family-with-child.json");

    private static Receipt Of(string facts, YearMonth month, LocalDate known, RuleBook? book = null)
    {
        book ??= RealRules.Book;
        return book.ReceiptOf(book.Assess(Facts.Parse(facts, book.Vocabulary), month, known));
    }

    public static TheoryData<string, string, string> Seeds => new()
    {
        { "seeds/beijing/family-with-child.json", "2024-08", "2024-08-31" }, { "seeds/beijing/family-with-child.json", "2024-08", "2024-08-20" }, { "seeds/beijing/refused-family.json", "2024-08", "2024-08-31" },
        { "seeds/beijing/elderly-couple.json", "2024-08", "2024-08-31" }, { "seeds/pingxiang/border-household.json", "2013-05", "2024-01-01" }, { "seeds/pingxiang/border-household.json", "1990-01", "2024-01-01" },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_was_written_down_is_decided_again_identically(string facts, string month, string known)
    {
        FeelDate.TryParseMonth(month, out var m);
        FeelDate.TryParse(known, out var k);
        var replay = Replay.Of(Receipt.Parse(Of(Repository.Text(facts), m, k).ToJson()));
        Assert.True(replay.IsIdentical, string.Join("\n", replay.Differences));
        Assert.NotEmpty(replay.Receipt.Records);
    }

    [Fact]
    public void An_assumption_is_part_of_the_receipt()
    {
        var book = RealRules.Book.WithOverlay("average-level-as-amount");
        var facts = Facts.Parse(Repository.Text("seeds/pingxiang/border-household.json"), book.Vocabulary);
        var replay = Replay.Of(Receipt.Parse(book.ReceiptOf(book.Assess(facts, new YearMonth(2013, 12), new LocalDate(2024, 1, 1))).ToJson()));
        Assert.True(replay.IsIdentical, string.Join("\n", replay.Differences));
        // 84 × 5, as the overlay assumes.
        Assert.Equal("420.00", replay.Assessment["minimumLiving"].AmountIfKnown?.ToString());
    }

    [Fact]
    public void The_same_question_gives_the_same_digest_and_another_fact_another()
    {
        var digest = Of(Family, August, Known).Digest;
        Assert.Equal(64, digest.Length);
        Assert.Equal(digest, Of(Family, August, Known).Digest);
        Assert.NotEqual(digest, Of(Family.Replace("2400", "2401", StringComparison.Ordinal), August, Known).Digest);
        Assert.NotEqual(digest, Of(Family, August, new LocalDate(2024, 8, 20)).Digest);
    }

    [Theory]
    [InlineData("payment basic\": \"1950.00", "payment basic\": \"1950.01", "digest", "payment basic")]
    [InlineData("\\\"amount\\\":2400", "\\\"amount\\\":2401", "digest", "payment basic")]
    [InlineData("value: 1450,", "value: 1451,", "110000/minimumLiving/2019-01-01.yaml", "ruleSet")]
    [InlineData("\"knownAt\": \"2024-08-31\"", "\"knownAt\": \"2024-08-21\"", "digest")]
    [InlineData("\"digest\": \"", "\"digest\": \"0", "digest")]
    [InlineData("\"finding income\": \"met", "\"finding income\": \"notmet", "digest", "finding income")]
    public void A_receipt_that_was_altered_says_what_differs(string found, string put, params string[] names)
    {
        var json = Of(Family, August, Known).ToJson();
        Assert.Contains(found, json, StringComparison.Ordinal);
        var replay = Replay.Of(Receipt.Parse(json.Replace(found, put, StringComparison.Ordinal)));
        Assert.False(replay.IsIdentical);
        foreach (var name in names) Assert.Contains(replay.Differences, d => d.Name == name);
    }

    [Fact]
    public void Another_day_of_knowledge_names_every_input_value_and_result_that_differs()
    {
        var replay = Replay.By(Of(Family, August, Known), RealRules.Book, new LocalDate(2024, 8, 20));
        var own = replay.Differences.Where(d => d.Programme is null or "minimumLiving").Select(d => $"{d.Kind} {d.Name}: {d.Recorded} → {d.Replayed}");
        Assert.Equal(
        [
            "Input knownAt: 2024-08-31 → 2024-08-20",
            "Result payable: 2312.50 → 2133.75",
            "Result payment basic: 1950.00 civilAffairs → 1785.00 civilAffairs",
            "Result payment topUp@3: 362.50 civilAffairs → 348.75 civilAffairs",
            "Value value guaranteeLine: 1450 from 2024-07-01 → 1395 from 2024-06-01",
        ], own);
    }

    [Fact]
    public void Other_rules_are_named_with_their_version_and_hash()
    {
        var (old, changed) = (Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("1"))), Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("1")), Toy.Rules("000000/lending/2024-01-01.yaml", Toy.Pays("2"))));
        var receipt = old.ReceiptOf(old.Ask());
        var differences = Replay.By(receipt, changed).Differences;
        Assert.Equal([ReplayDifferenceKind.Rule, ReplayDifferenceKind.Result, ReplayDifferenceKind.Result], differences.Select(d => d.Kind));
        Assert.StartsWith("000000/lending 2020-01-01 ", differences[0].Recorded, StringComparison.Ordinal);
        Assert.StartsWith("000000/lending 2024-01-01 ", differences[0].Replayed, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_process_replays_it_after_the_rules_were_moved_and_three_versions_added()
    {
        // The tool, its rules and the receipt, in a folder of their own.
        var tool = Path.GetDirectoryName(typeof(Tool).Assembly.Location)!;
        var rules = _folder.CreateSubdirectory("moved/rules").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("rules"), "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(rules, Path.GetRelativePath(Repository.PathOf("rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        var facts = Path.Combine(_folder.FullName, "family.json");
        File.WriteAllText(facts, Family);
        var receipt = Path.Combine(_folder.FullName, "receipt.json");
        Assert.Equal(0, Run(tool, "decide", facts, "--month", "2024-08", "--known-at", "2024-08-31", "--rules", rules, "--receipt", receipt).Exit);
        foreach (var from in new[] { "2019-02-01", "2024-01-01", "2024-08-01" })
        {
            var file = Path.Combine(rules, "110000", "oldAgeAllowance", from + ".yaml");
            File.WriteAllText(file, File.ReadAllText(Path.Combine(rules, "110000", "oldAgeAllowance", "2019-10-01.yaml")).Replace("from: 2019-10-01 }", $"from: {from} }}", StringComparison.Ordinal));
        }
        Directory.Move(Path.Combine(_folder.FullName, "moved"), Path.Combine(_folder.FullName, "elsewhere"));
        var (exit, printed) = Run(tool, "replay", receipt, "--lang", "en");
        Assert.Equal(0, exit);
        Assert.Contains("identical", printed, StringComparison.Ordinal);
    }

    private static (int Exit, string Printed) Run(string tool, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var a in args.Prepend(Path.Combine(tool, "elig.dll"))) start.ArgumentList.Add(a);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    [Fact]
    public void A_receipt_of_another_engine_version_is_replayed_and_the_version_told()
    {
        var json = Of(Family, August, Known).ToJson().Replace($"\"engine\": \"{Receipt.EngineVersion}\"", "\"engine\": \"0.9.9\"", StringComparison.Ordinal);
        var replay = Replay.Of(Receipt.Parse(json));
        Assert.True(replay.IsIdentical);
        Assert.Contains("0.9.9", Eligibility.Explanation.ReplayText.Write(replay, Eligibility.Text.Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"members\": [] }", "C020")]
    [InlineData("{ \"receipt\": 2 }", "C021")]
    [InlineData("{ \"receipt\": \"1\" }", "C020")]
    [InlineData("{ \"receipt\": 1, \"month\": \"2024-08\" }", "C022")]
    [InlineData("{ \"receipt\": 1, \"month\": \"2024-08\", \"knownAt\": \"2024-08-31\", \"engine\": \"1\", \"facts\": \"{}\", \"digest\": \"d\", \"decisions\": [], \"files\": [ { \"name\": \"../evil\", \"hash\": \"\", \"lines\": [] } ] }", "C022")]
    public void What_is_no_receipt_is_refused(string json, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Null(ReceiptReader.Read(Encoding.UTF8.GetBytes(json), "r.json", bag));
        Assert.Contains(code, bag.Select(d => d.Code));
        Assert.All(bag, d => Assert.NotEmpty(d.Advice.Zh));
    }

    [Theory]
    [InlineData("\"facts\": \"{", "\"facts\": \"[")] // facts that are none
    [InlineData("programme: minimumLiving", "program: minimumLiving")] // rules that do not load
    [InlineData("\"knownAt\": \"2024-08-31\"", "\"knownAt\": \"2008-08-31\"")] // a death dated after the day, or nothing known: whatever, no stack trace
    public void A_receipt_that_cannot_be_decided_any_more_ends_with_two_and_no_stack_trace(string found, string put)
    {
        var path = Path.Combine(_folder.FullName, "broken.json");
        File.WriteAllText(path, Of(Family, August, Known).ToJson().Replace(found, put, StringComparison.Ordinal));
        using var output = new StringWriter();
        var exit = Tool.Run(["replay", path], output, output, TimeProvider.System);
        Assert.Contains(exit, new[] { ExitCode.BadInput, ExitCode.No });
        Assert.DoesNotContain("   at ", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_receipt_is_compared_with_what_is_known_now()
    {
        // What was decided in July is what the receipt says, facts and all; the difference is told by the notice of August.
        var book = RealRules.Book;
        var receipt = Of(Family, new YearMonth(2024, 7), new LocalDate(2024, 7, 20));
        var decided = Decided.Amounts([.. receipt.Payments()], new Dictionary<YearMonth, LocalDate> { [receipt.Month] = receipt.KnownAt }, null, new Dictionary<YearMonth, Facts> { [receipt.Month] = Facts.Parse(receipt.Facts, book.Vocabulary) });
        var adjustments = book.Adjust(CaseFile.Parse(Family, book.Vocabulary), receipt.Month, receipt.Month, decided, Known);
        // (1450 − 1395) × 3 = 165 and 25 % × 55 = 13.75.
        Assert.Equal(["basic 165.00 Value", "topUp 13.75 Value"], adjustments.Lines.Where(l => l.Programme == "minimumLiving").Select(l => $"{l.Benefit} {l.Parts.Single().Amount} {l.Parts.Single().Cause}"));
    }

    [Fact]
    public void Facts_that_the_case_knows_otherwise_are_the_cause_Facts()
    {
        var book = RealRules.Book;
        var receipt = Of(Family.Replace("2400", "2100", StringComparison.Ordinal), August, Known);
        var decided = Decided.Amounts([.. receipt.Payments()], new Dictionary<YearMonth, LocalDate> { [receipt.Month] = receipt.KnownAt }, null, new Dictionary<YearMonth, Facts> { [receipt.Month] = Facts.Parse(receipt.Facts, book.Vocabulary) });
        var line = Assert.Single(book.Adjust(CaseFile.Parse(Family, book.Vocabulary), receipt.Month, receipt.Month, decided, Known).Lines);
        // 300 yuan more income: (1450 − 700) × 3 = 2250 was decided, (1450 − 800) × 3 = 1950 is due.
        Assert.Equal(("2250.00", "1950.00", DifferenceCause.Facts, "-300.00", DifferenceStanding.Overpaid), (line.Decided.ToString(), line.Now.ToString(), line.Parts.Single().Cause, line.Parts.Single().Amount.ToString(), line.Parts.Single().Standing));
    }
}
