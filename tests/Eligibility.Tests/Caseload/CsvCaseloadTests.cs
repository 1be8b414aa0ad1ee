using System.Text;
using Eligibility.Caseload;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Tests.Caseload;

/// <summary>Folders of CSV tables, as they should be and as they arrive.</summary>
public sealed class CsvCaseloadTests : IDisposable
{
    private readonly Caseloads _caseload = new();

    public void Dispose() => _caseload.Dispose();

    [Fact]
    public void Rows_become_the_facts_that_JSON_would_have_said()
    {
        var households = _caseload.Write(Caseloads.Good).Read()!;
        Assert.Equal(
            [
                """{"readers":[{"number":"1","called":"甲","born":"1931-05-02","student":true,"visits":[]},{"number":"2","called":"乙","born":"1931-05-02","visits":[{"minutes":30},{"minutes":45}]}],"branch":"centre","deposit":100.5}""",
                """{"readers":[{"number":"1","called":"丙","born":"1931-05-02","student":false,"visits":[{"minutes":5}]}],"branch":"harbour","shelves":1450,"closedOn":"2020-03-04"}""",
            ],
            households.Select(h => Json(h)));
        Assert.Equal(["A1", "A2"], households.Select(h => h.Id));
        Assert.Empty(_caseload.Bag);
        Assert.Equal([("card.csv", 2L), ("reader.csv", 3L), ("visit.csv", 3L)], _caseload.Counts.Tables.Select(t => (t.File, t.Accepted)));
    }

    [Fact]
    public void Chinese_headers_under_titles_and_both_headers_of_a_template_are_found()
    {
        _caseload.Write(
            ("借书证.csv", "2026年名册,,\n制表：总馆,,\n借书证编号,分馆,重量\ncard,branch,weight\nA1,总馆,12.5\n"),
            ("reader.csv", "借书证,证号,出生日期\nA1,1,11445\n"));
        var household = Assert.Single(_caseload.Read()!);
        Assert.Equal("""{"readers":[{"number":"1","born":"1931-05-02"}],"branch":"centre","weight":12.5}""", Json(household));
        // An attribute of the vocabulary keeps its name: here it is no weight of a sample.
        Assert.Equal(Number.One, household.Weight);
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("bom")]
    public void Encodings_that_spreadsheets_write_are_recognised(string kind)
    {
        foreach (var (name, text) in Caseloads.Good) _caseload.Write(name, kind == "bom" ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] : TextEncodings.Gb18030.GetBytes(text));
        var households = _caseload.Read()!;
        Assert.Equal(2, _caseload.Counts.Accepted);
        Assert.Contains("\"called\":\"丙\"", Json(households[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_in_another_encoding_than_the_others_is_rejected_and_they_are_kept()
    {
        _caseload.Write(Caseloads.Good);
        _caseload.Write("reader.csv", [.. Encoding.UTF8.GetBytes("card,number,called\nA1,1,甲\n"), .. TextEncodings.Gb18030.GetBytes("A2,1,丙丁\n")]);
        Assert.Equal(["reader.csv:3 - S017"], _caseload.Rejected().Where(r => r.StartsWith("reader", StringComparison.Ordinal)));
        _caseload.Write("reader.csv", [.. TextEncodings.Gb18030.GetBytes("card,number,称呼\nA1,1,甲乙\n"), .. Encoding.UTF8.GetBytes("A2,1,丙丁\n")]);
        Assert.Contains("reader.csv:3 - S017", _caseload.Rejected());
    }

    [Fact]
    public void Unsorted_tables_are_sorted_on_disk_and_give_the_same()
    {
        var sorted = new StringBuilder("card,branch\n");
        var (cards, readers) = (new List<string>(), new List<string>());
        for (var i = 1; i <= 500; i++)
        {
            cards.Add($"{i},centre");
            readers.Add($"{i},1,{new string('x', i % 50)}");
            readers.Add($"{i},2,");
        }
        sorted.AppendJoin('\n', cards);
        _caseload.Write(("card.csv", sorted.ToString()), ("reader.csv", "card,number,called\n" + string.Join('\n', readers)));
        var expected = _caseload.Read()!.Select(h => h.Id + Json(h)).ToList();
        Assert.Equal(0, _caseload.RunsWritten);
        _caseload.Write(
            ("card.csv", "card,branch\n" + string.Join('\n', cards.OrderBy(c => c.GetHashCode(StringComparison.Ordinal) % 7).Reverse())),
            ("reader.csv", "card,number,called\n" + string.Join('\n', readers.Where(r => r.Contains(",1,")).Reverse().Concat(readers.Where(r => r.Contains(",2,"))))));
        var unsorted = _caseload.Read(options: new CaseloadOptions { CharactersInMemory = 3000 })!.Select(h => h.Id + Json(h)).ToList();
        Assert.True(_caseload.RunsWritten > 4, $"{_caseload.RunsWritten} runs");
        Assert.Equal(expected, unsorted);
        Assert.Equal("2", expected[1][..1]);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "elig-*.rows"));
    }

    [Fact]
    public void A_household_with_a_bad_row_is_rejected_and_the_others_are_not()
    {
        _caseload.Write(
            ("card.csv", "card,branch\n1,centre\n2,centre,x\n3,centre\n4\n5,centre\n6,\"centre\n7,centre\n8,centre\n"),
            ("reader.csv", "card,number,born\n1,1,1950-02-30\n2,1,\n3,1,1950-01-01\n3,1,1951-01-01\n5,1,\n7,1,02/05/1931\n8,,\n9,1,\n,1,\n"));
        Assert.Equal(
            [
                "reader.csv:2 born F029", "card.csv:3 - S015", "reader.csv:5 number S022", "card.csv:5 - S015", "card.csv:7 - S016",
                "reader.csv:7 born S025", "reader.csv:8 - F030", "reader.csv:9 card S019", "reader.csv:10 card S018",
            ],
            _caseload.Rejected());
        Assert.Equal((9, 1, 8, 1), (_caseload.Counts.Households, _caseload.Counts.Accepted, _caseload.Counts.Rejected, _caseload.Counts.Unassigned));
        Assert.Equal([("card.csv", 8, 1), ("reader.csv", 9, 1)], _caseload.Counts.Tables.Select(t => (t.File, (int)t.Read, (int)t.Accepted)));
    }

    [Fact]
    public void A_household_that_stands_twice_is_not_guessed()
    {
        _caseload.Write(Caseloads.Good).Write(("card.csv", "card,branch\nA1,centre\nA1,harbour\nA2,centre\n"));
        Assert.Equal(["card.csv:3 card S020"], _caseload.Rejected());
        Assert.Equal(1, _caseload.Counts.Accepted);
    }

    [Fact]
    public void A_row_of_somebody_who_is_not_there_names_the_cell()
    {
        _caseload.Write(Caseloads.Good).Write(("visit.csv", "card,reader,minutes\nA1,3,30\nA2,,5\n"), ("locker.csv", "card,place\nA1,x\nA1,y\n"));
        Assert.Equal(["locker.csv:3 - S023", "visit.csv:2 reader S021", "visit.csv:3 reader S021"], _caseload.Rejected());
    }

    [Theory]
    [InlineData("1931-5-2", "1931-05-02")]
    [InlineData("1931/05/02", "1931-05-02")]
    [InlineData("1931/5/2 0:00:00", "1931-05-02")]
    [InlineData("11445", "1931-05-02")]
    [InlineData("无", null)]
    public void Dates_are_read_as_people_write_them(string cell, string? date)
    {
        _caseload.Write(("card.csv", $"card,closedOn\n1,{cell}\n"), ("reader.csv", "card,number\n1,1\n"));
        Assert.Equal(date is null ? """{"readers":[{"number":"1"}]}""" : $$"""{"readers":[{"number":"1"}],"closedOn":"{{date}}"}""", Json(Assert.Single(_caseload.Read()!)));
    }

    [Theory]
    [InlineData("born", "02/05/1931", "S025")]
    [InlineData("born", "31-5-2", "S025")]
    [InlineData("born", "1931.5.2", "S025")]
    [InlineData("born", "1931", "S025")]
    [InlineData("born", "9999", "S025")]
    [InlineData("born", "1931-05", "S025")]
    [InlineData("born", "1931-5/2", "S025")]
    [InlineData("born", "1931/5/2 14:30", "S025")]
    [InlineData("born", "19310532", "F029")]
    [InlineData("born", "无", "S025")]
    [InlineData("student", "√", "S027")]
    [InlineData("student", "1", "S027")]
    [InlineData("number", "1.10101E+17", "S030")]
    [InlineData("called", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "F027")]
    public void What_can_be_read_in_two_ways_is_refused(string column, string cell, string code)
    {
        var columns = new[] { "number", "called", "born", "student" };
        _caseload.Write(("card.csv", "card\n1\n"), ("reader.csv", $"card,{string.Join(',', columns)}\n1,{string.Join(',', columns.Select(c => c == column ? cell : c == "number" ? "1" : ""))}\n"));
        Assert.Contains($"reader.csv:2 {column} {code}", _caseload.Rejected());
    }

    [Theory]
    [InlineData("1450.5", "1450.5")]
    [InlineData("\"1,450.50\"", "1450.5")]
    [InlineData("\"12,345,678\"", "12345678")]
    public void Regular_thousands_are_read(string cell, string number)
    {
        _caseload.Write(("card.csv", $"card,shelves\n1,{cell.Split('.')[0].TrimEnd('"') + (cell.StartsWith('"') ? "\"" : "")}\n"), ("reader.csv", "card,number\n1,1\n"));
        Assert.Contains($"\"shelves\":{number.Split('.')[0]}", Json(Assert.Single(_caseload.Read()!)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"1,45\"", "S026")]
    [InlineData("\"1,4500\"", "S026")]
    [InlineData("\"0,450\"", "S026")]
    [InlineData("1E5", "S026")]
    [InlineData("1450元", "F022")]
    [InlineData("007", "F022")]
    [InlineData("1.005", "F023")]
    [InlineData("501", "F024")]
    public void Other_numbers_are_refused(string cell, string code)
    {
        _caseload.Write(("card.csv", $"card,deposit\n1,{cell}\n"), ("reader.csv", "card,number\n1,1\n"));
        Assert.Equal([$"card.csv:2 deposit {code}"], _caseload.Rejected());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    public void A_weight_is_above_zero(string weight)
    {
        // The library's own attribute of that name keeps its column; here the vocabulary of the law.
        _caseload.Write(("household.csv", $"household,weight\n1,{weight}\n"), ("member.csv", "household,id\n1,1\n"));
        Assert.Equal(["S033"], _caseload.Read(words: Vocabulary.Vocabularies.Real)!.SelectMany(h => h.Rejections).Select(r => r.Diagnostic.Code));
    }

    [Fact]
    public void Where_nothing_is_said_of_a_list_it_is_not_taken_for_empty()
    {
        // visit.csv has a header only: nothing is known about anybody. With one row it is complete.
        _caseload.Write(Caseloads.Good).Write(("visit.csv", "card,reader,minutes\n"));
        Assert.DoesNotContain("visits", Json(_caseload.Read()![0]), StringComparison.Ordinal);
        _caseload.Write(("visit.csv", "card,reader,minutes\nA2,1,5\n"), ("reader.csv", "card,number,visits\nA1,1,不详\nA1,2,无\nA2,1,有\n"));
        Assert.StartsWith("""{"readers":[{"number":"1"},{"number":"2","visits":[]}]""", Json(_caseload.Read()![0]), StringComparison.Ordinal);
        _caseload.Write(("reader.csv", "card,number,visits\nA1,1,有\nA1,2,没有\nA2,1,无\n"));
        Assert.Equal(["reader.csv:2 visits S024", "reader.csv:3 visits S024", "reader.csv:4 visits S024"], _caseload.Rejected());
    }

    [Fact]
    public void Not_known_can_be_said_where_an_empty_cell_would_say_none()
    {
        _caseload.Write(("card.csv", "card,closedOn,blocked,tags,branch\n1,不详,不详,冷;热,\n2,,,无,无\n"), ("reader.csv", "card,number\n1,1\n2,1\n"));
        var households = _caseload.Read()!;
        Assert.Equal("""{"readers":[{"number":"1"}],"blocked":null,"tier":"basic","fines":[],"closedOn":null,"tags":["冷","热"]}""", Json(households[0]));
        Assert.Equal("F028", Assert.Single(households[1].Rejections).Diagnostic.Code);
    }

    [Fact]
    public void Two_hundred_unknown_columns_are_one_warning_and_a_misspelt_one_is_an_error()
    {
        _caseload.Write(Caseloads.Good).Write(("card.csv", "card," + string.Join(',', Enumerable.Range(1, 200).Select(i => $"extra column {i}")) + "\nA1" + new string(',', 200) + "\nA2" + new string(',', 200) + "\n"));
        Assert.Equal(2, _caseload.Read()!.Count(h => h.IsAccepted));
        Assert.Equal(["S004"], _caseload.Codes());
        _caseload.Write(("card.csv", "card,brnach\nA1,centre\n"));
        Assert.Null(_caseload.Read());
        Assert.Contains("S003", _caseload.Codes());
    }

    [Theory]
    [InlineData("card.csv", "", "S002")]
    [InlineData("card.csv", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\ncard\n1\n", "S002")]
    [InlineData("visit.csv", "", "S002")]
    [InlineData("reader.csv", "card,called\n1,x\n", "S006")]
    [InlineData("visit.csv", "card,minutes\nA1,5\n", "S006")]
    [InlineData("card.csv", "card,branch,分馆\nA1,centre,centre\n", "S005")]
    [InlineData("raeder.csv", "card\n", "S008")]
    [InlineData("notes.csv", "x\n", "S009")]
    [InlineData("card.csv", "\uFEFF\u0000", "S002")]
    public void A_table_that_cannot_be_used_says_why(string name, string text, string code)
    {
        _caseload.Write(Caseloads.Good).Write((name, text));
        Assert.Equal(code == "S009", _caseload.Read() is not null);
        Assert.Equal([code], _caseload.Codes());
    }

    [Fact]
    public void Files_that_are_no_caseload_say_so()
    {
        foreach (var (name, bytes, code) in new (string, byte[], string)[]
        {
            ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 1, 2], "S001"), ("a.csv", "card,x"u8.ToArray(), "S001"), ("nothing.xlsx", [], "S001"), ("half.xlsx", [0x50, 0x4B, 3, 4, 0, 0], "S013"),
            ("x.bin", [1, 2, 3, 4, 5], "S001"),
        })
        {
            using var caseload = new Caseloads();
            Assert.Null(caseload.Read(caseload.Write(name, bytes)));
            Assert.Equal([code], caseload.Codes());
        }
        Assert.Null(_caseload.Read(Path.Combine(_caseload.Folder, "nowhere")));
        Assert.Equal(["S010"], _caseload.Codes());
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_told()
    {
        // A folder in the place of a file is refused by the system as a file without rights is, for the superuser too.
        _caseload.Write(Caseloads.Good);
        File.Delete(Path.Combine(_caseload.Folder, "reader.csv"));
        File.CreateSymbolicLink(Path.Combine(_caseload.Folder, "reader.csv"), Path.GetTempPath());
        File.Delete(Path.Combine(_caseload.Folder, "card.csv"));
        Assert.Null(_caseload.Read());
        Assert.NotEmpty(_caseload.Codes());
    }

    [Fact]
    public void Utf16_is_told_and_an_empty_folder_too()
    {
        using var empty = new Caseloads();
        Assert.Null(empty.Read());
        Assert.Equal(["S007"], empty.Codes());
        _caseload.Write(Caseloads.Good);
        _caseload.Write("card.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("card\tbranch\nA1\tcentre\n")]);
        Assert.Null(_caseload.Read());
        Assert.Equal(["S011"], _caseload.Codes());
    }

    [Fact]
    public void A_household_of_ten_thousand_rows_is_a_mistake_and_costs_no_other()
    {
        var readers = new StringBuilder("card,number\n");
        for (var i = 0; i < 10_001; i++) readers.Append("1,").Append(i).Append('\n');
        _caseload.Write(("card.csv", "card\n1\n2\n"), ("reader.csv", readers.Append("2,1\n").ToString()));
        Assert.Equal(["card.csv:2 - S034"], _caseload.Rejected());
        Assert.Equal((1, 1), (_caseload.Counts.Accepted, _caseload.Counts.Rejected));
    }

    [Fact]
    public void A_sort_that_finds_no_room_on_the_disk_ends_with_a_reason_and_no_household()
    {
        _caseload.Write(("card.csv", "card\n2\n1\n"), ("reader.csv", "card,number\n1,1\n2,1\n"));
        var options = new CaseloadOptions { CharactersInMemory = 1, TemporaryFolder = Path.Combine(_caseload.Folder, "nowhere") };
        Assert.Empty(_caseload.Read(options: options)!);
        Assert.Equal(["S014"], _caseload.Codes());
    }

    [Fact]
    public void A_line_of_five_megabytes_is_one_rejected_row()
    {
        var path = _caseload.Write("facts.jsonl", Encoding.UTF8.GetBytes("{\"card\":\"1\",\"readers\":[{\"number\":\"1\"}]}\n{\"card\":\"2\",\"x\":\"" + new string('x', 5_000_000) + "\"}\n{\"card\":\"3\",\"readers\":[{\"number\":\"1\"}]}\n"));
        Assert.Equal(["facts.jsonl:2 - S035"], _caseload.Rejected(path));
        Assert.Equal(2, _caseload.Counts.Accepted);
    }

    [Fact]
    public void A_fact_dated_after_the_day_of_knowledge_is_rejected_at_its_cell()
    {
        _caseload.Write(("card.csv", "card\n1\n"), ("reader.csv", "card,number,born\n1,1,2024-09-01\n"));
        Assert.Equal(["reader.csv:2 born F037"], _caseload.Rejected(options: new CaseloadOptions { KnownAt = new LocalDate(2024, 8, 31) }));
        Assert.Empty(_caseload.Rejected());
    }

    [Fact]
    public void JSON_lines_are_read_like_facts_whatever_their_order()
    {
        var path = _caseload.Write("facts.jsonl", Encoding.UTF8.GetBytes(
            "{\"card\":\"10\",\"readers\":[{\"number\":\"1\"}]}\n\n{\"card\":\"2\",\"readers\":[{\"number\":\"1\",\"born\":\"x\"}]}\n{\"card\":\"10\",\"readers\":[]}\n{\"readers\":[{\"number\":\"1\"}]}\n{\"card\":\"3\",\n"));
        Assert.Equal(["facts.jsonl:6 $ F003", "facts.jsonl:3 $.readers[0].born F029", "facts.jsonl:4 - S020"],
            _caseload.Rejected(path).Select(r => r.Contains("F00", StringComparison.Ordinal) ? r[..r.IndexOf(' ', StringComparison.Ordinal)] + " $ F003" : r).OrderByDescending(r => r.Contains("F003", StringComparison.Ordinal)));
        Assert.Equal((4, 1), (_caseload.Counts.Households, _caseload.Counts.Accepted));
    }

    private static string Json(CaseloadHousehold household)
    {
        Assert.True(household.IsAccepted, string.Join("; ", household.Rejections.Select(r => r.Diagnostic.ToString())));
        // What the vocabulary says of everybody who says nothing is left out.
        return household.Facts!.ToJson().Replace(",\"blocked\":false,\"tier\":\"basic\",\"fines\":[]", "", StringComparison.Ordinal);
    }
}
