using System.IO.Compression;
using System.Text;
using Eligibility.Caseload;

namespace Eligibility.Tests.Caseload;

/// <summary>Workbooks as spreadsheets write them, put together here as XML, so that nothing but the file is common to the two sides.</summary>
public sealed class WorkbookTests : IDisposable
{
    private const string Cards = """<row r="1"><c r="A1" t="inlineStr"><is><t>card</t></is></c><c r="B1" t="inlineStr"><is><t>branch</t></is></c><c r="C1" t="inlineStr"><is><t>deposit</t></is></c></row>""";
    private const string Readers = """<row r="1"><c r="A1" t="inlineStr"><is><t>借书证</t></is></c><c r="B1" t="inlineStr"><is><t>证号</t></is></c><c r="C1" t="inlineStr"><is><t>出生日期</t></is></c></row>""";

    private readonly Caseloads _caseload = new();

    public void Dispose() => _caseload.Dispose();

    [Fact]
    public void Numbers_dates_and_texts_are_what_the_spreadsheet_shows()
    {
        var path = Write(
            Cards + """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2"><v>1.1000000000000001</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="C3"><f>B9*2</f><v>20.5</v></c></row>""",
            Readers + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>7</v></c><c r="C2" s="1"><v>11445</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>8</v></c><c r="C3"><v>19310502</v></c></row><row r="4"><c r="A4"><v>2</v></c><c r="B4" t="str"><v>9</v></c><c r="C4" t="inlineStr"><is><t>1931年5月2日</t></is></c></row>""");
        var households = _caseload.Read(path)!;
        Assert.All(households, h => Assert.True(h.IsAccepted));
        Assert.Contains("""{"readers":[{"number":"7","born":"1931-05-02"},{"number":"8","born":"1931-05-02"}],"branch":"centre","deposit":1.1""", households[0].Facts!.ToJson(), StringComparison.Ordinal);
        Assert.Contains("""{"readers":[{"number":"9","born":"1931-05-02"}],"deposit":20.5""", households[1].Facts!.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_has_other_serial_numbers()
    {
        var path = Write(Cards + """<row r="2"><c r="A2"><v>1</v></c></row>""", Readers + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>7</v></c><c r="C2" s="1"><v>9983</v></c></row>""", properties: """<workbookPr date1904="1"/>""");
        Assert.Contains("1931-05-02", Assert.Single(_caseload.Read(path)!).Facts!.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_row_above_the_headers_is_passed_over()
    {
        var path = Write(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>2026年借书证名册</t></is></c></row>""" + Cards.Replace("\"1\"", "\"3\"", StringComparison.Ordinal).Replace("1\" t", "3\" t", StringComparison.Ordinal) + """<row r="4"><c r="A4"><v>1</v></c></row>""",
            Readers + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>7</v></c></row>""", merges: "A1:C1");
        Assert.Single(_caseload.Read(path)!, h => h.IsAccepted);
    }

    [Theory]
    [InlineData("""<c r="A2"><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c>""", "deposit S028")]
    [InlineData("""<c r="A2"><v>1</v></c><c r="C2"><f>B2*12</f></c>""", "deposit S029")]
    [InlineData("""<c r="A2"><v>1</v></c><c r="C2" s="1"><v>45000</v></c>""", "deposit S031")]
    [InlineData("""<c r="A2"><v>1.10101193105020E+17</v></c>""", "card S030")]
    [InlineData("""<c r="A2"><v>1</v></c><c r="C2" t="inlineStr"><is><t>一百</t></is></c>""", "deposit F022")]
    [InlineData("""<c r="A2"><v>1</v></c><c r="C2" t="b"><v>1</v></c>""", "deposit F022")]
    public void A_cell_that_cannot_be_used_is_named(string cells, string rejected)
    {
        var path = Write(Cards + $"""<row r="2">{cells}</row><row r="3"><c r="A3"><v>2</v></c></row>""", Readers + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>7</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>7</v></c></row>""");
        Assert.Contains($"card:2 {rejected}", _caseload.Rejected(path));
        Assert.Equal(1, _caseload.Counts.Accepted);
    }

    [Fact]
    public void Merged_cells_reject_their_rows_and_no_others()
    {
        var path = Write(Cards + """<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>""",
            Readers + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>7</v></c></row><row r="3"><c r="B3"><v>8</v></c></row><row r="4"><c r="A4"><v>2</v></c><c r="B4"><v>9</v></c></row>""", readerMerges: "A2:A3");
        Assert.Equal(["读者:2 - S032", "读者:3 - S032"], _caseload.Rejected(path));
        Assert.Equal((1, 1, 1), (_caseload.Counts.Accepted, _caseload.Counts.Rejected, _caseload.Counts.Unassigned));
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var path = Write(Cards + new string(' ', 40 << 20), Readers);
        Assert.True(new FileInfo(path).Length < 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(_caseload.Read(path));
        Assert.Equal(["S012"], _caseload.Codes());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 << 20);
    }

    [Theory]
    [InlineData("1.1000000000000001", "1.1")]
    [InlineData("0.29999999999999999", "0.3")]
    [InlineData("1.45E3", "1450")]
    [InlineData("1450", "1450")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1E-3", "0.001")]
    [InlineData("0", "0")]
    [InlineData("123456789012345678", "123456789012346000")]
    [InlineData("x", "x")]
    public void A_number_is_the_one_of_fifteen_digits(string stored, string shown) => Assert.Equal(shown, CellNumbers.Plain(stored));

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_letters(int column, string letters)
    {
        Assert.Equal(letters, CellNumbers.Letters(column));
        Assert.Equal((column, 5L), CellNumbers.Place(letters + "5"));
    }

    private string Write(string cards, string readers, string properties = "", string merges = "", string readerMerges = "")
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var parts = new (string Name, string Xml)[]
        {
            ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{string.Concat(new[] { 1, 2 }.Select(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"""),
            ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{relations}">{properties}<sheets><sheet name="card" sheetId="1" r:id="s1"/><sheet name="读者" sheetId="2" r:id="s2"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="{relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="st" Type="{relations}/styles" Target="styles.xml"/><Relationship Id="ss" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>"""),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{main}"><si><r><t>总</t></r><r><t>馆</t></r><rPh sb="0" eb="1"><t>zong</t></rPh></si></sst>"""),
            ("xl/worksheets/sheet1.xml", Sheet(main, cards, merges)),
            ("xl/worksheets/sheet2.xml", Sheet(main, readers, readerMerges)),
        };
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(xml));
            }
        }
        return _caseload.Write("roll.xlsx", bytes.ToArray());
    }

    private static string Sheet(string main, string rows, string merged) =>
        $"""<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{(merged.Length == 0 ? "" : $"""<mergeCells><mergeCell ref="{merged}"/></mergeCells>""")}</worksheet>""";
}
