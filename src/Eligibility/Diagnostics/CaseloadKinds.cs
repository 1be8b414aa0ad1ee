namespace Eligibility.Diagnostics;

/// <summary>S001 to S049: caseloads, their tables, rows and cells, and the profiles of synthetic ones.</summary>
internal static class CaseloadKinds
{
    public static readonly DiagnosticKind NotACaseload = new("S001", Severity.Error, new("不是可读的名册", "not a caseload that can be read"),
        new("名册是一个放 CSV 表的文件夹、一个 .xlsx 工作簿，或每行一户的 JSON Lines 文件。", "A caseload is a folder of CSV tables, an .xlsx workbook, or a JSON Lines file with a household in each line."),
        "caseload check roll.xls", "caseload check roll.xlsx");

    public static readonly DiagnosticKind NoHeader = new("S002", Severity.Error, new("表是空的，或没有表头", "a table that is empty or has no header"),
        new("前10行里要有一行表头，写明编号所在的列；空文件不能当作“没有”。", "One of the first ten rows is the header and names the column of the household; an empty file is not read as “there is none”."),
        "household.csv of 0 bytes", "household,area");

    public static readonly DiagnosticKind UnknownColumn = new("S003", Severity.Error, new("列名像是写错了", "a column whose name looks misspelt"),
        new("列名与一个可用的列只差一两个字；若当作无关的列略去，整列都成了“不知道”。", "The header is a letter or two away from a column that can be used; passed over, the whole column would be unknown."),
        "household,aera", "household,area");

    public static readonly DiagnosticKind UnreadColumns = new("S004", Severity.Warning, new("有的列没有用", "columns that are not read"),
        new("这些列不是词汇表的事实，读的时候略去。", "The columns are no facts of the vocabulary and are passed over."), "household,area,phone", "household,area");

    public static readonly DiagnosticKind DuplicateColumn = new("S005", Severity.Error, new("同一列写了两次", "a column that stands twice"),
        new("两列说同一件事，分不清用哪一列。", "Two columns say the same thing, and nothing tells which of them holds."), "household,area,area", "household,area");

    public static readonly DiagnosticKind MissingColumn = new("S006", Severity.Error, new("缺少必需的列", "a column that cannot be left out"),
        new("没有编号的列，就不知道一行是谁的。", "Without the columns of the keys nobody knows whose row it is."), "id,birthDate", "household,id,birthDate");

    public static readonly DiagnosticKind NoRootTable = new("S007", Severity.Error, new("没有家庭表", "the table of the households is missing"),
        new("每户在这张表里占一行；没有它，就分不清漏掉的人和没有的户。", "Every household has one row there; without it a lost household cannot be told from one that is not."),
        "folder: member.csv", "folder: household.csv, member.csv");

    public static readonly DiagnosticKind UnknownTable = new("S008", Severity.Error, new("表名像是写错了", "a table whose name looks misspelt"),
        new("表名与一个可用的表只差一两个字；若略去，整张表都成了“不知道”。", "The name is a letter or two away from a table that can be used; passed over, all of it would be unknown."),
        "memebr.csv", "member.csv");

    public static readonly DiagnosticKind UnreadTable = new("S009", Severity.Warning, new("有的表没有用", "a table that is not read"),
        new("表名不是词汇表里的，读的时候略去。", "The name is not one of the vocabulary's, and the table is passed over."), "notes.csv", "household.csv");

    public static readonly DiagnosticKind CannotOpen = new("S010", Severity.Error, new("打不开", "a file that cannot be opened"),
        new("文件不存在、没有权限，或正被别的程序占用。", "The file does not exist, may not be read, or is held by another program."), "caseload check rol", "caseload check roll");

    public static readonly DiagnosticKind Utf16 = new("S011", Severity.Error, new("编码是 UTF-16", "a table in UTF-16"),
        new("表要用 UTF-8 或 GB18030 保存。", "Tables are UTF-8 or GB18030."), "saved as “Unicode text”", "saved as “CSV UTF-8”");

    public static readonly DiagnosticKind WorkbookTooLarge = new("S012", Severity.Error, new("工作簿展开后过大", "a workbook that grows too large"),
        new("压缩文件展开后远大于它自己，可能是有意做成的；不读它。", "Unpacked, the file would be far larger than it is: it may be made to exhaust the machine, and is not read."),
        "roll.xlsx: 10 MB, unpacked 10 GB", "a workbook as the spreadsheet saves it, or CSV tables");

    public static readonly DiagnosticKind BrokenWorkbook = new("S013", Severity.Error, new("工作簿损坏或加密", "a workbook that is damaged or encrypted"),
        new("文件不是完整的 .xlsx。", "The file is not a whole .xlsx."), "half a download", "the file saved again, without a password");

    public static readonly DiagnosticKind CannotSpool = new("S014", Severity.Error, new("临时文件写不下", "temporary files cannot be written"),
        new("未按户排序的名册要在磁盘上排序；临时文件夹没有权限或磁盘已满。", "A caseload that is not sorted by household is sorted on disk; the temporary folder may not be written to or is full."),
        "an unsorted caseload, a full disk", "a caseload sorted by household, or room on the disk");

    public static readonly DiagnosticKind FieldCount = new("S015", Severity.Error, new("列数与表头不同", "a row of another width than the header"),
        new("多一列或少一列，后面的值就错了位；整行不用。", "With a field too many or too few the values stand under the wrong headers, so the row is not used."), "1,urban,x  (header: household,area)", "1,urban");

    public static readonly DiagnosticKind BrokenQuotes = new("S016", Severity.Error, new("引号不成对", "quotes that do not match"),
        new("引号没有关上、写在字中间，或引号里换了行；每行各自判断，一个坏引号不会吞掉后面的行。", "A quote is not closed, stands inside a text or goes over a line end. Lines are judged one by one, so a bad quote swallows none of those behind it."),
        "1,\"urban", "1,\"urban\"");

    public static readonly DiagnosticKind MixedEncoding = new("S017", Severity.Error, new("这一行是另一种编码", "a row in another encoding"),
        new("表里混着 UTF-8 和 GB18030，这一行与表头不同，读出来会是乱码。", "The table mixes UTF-8 and GB18030, and this row differs from the header: it would read as nonsense."), "two exports put together", "both saved as UTF-8 first");

    public static readonly DiagnosticKind NoHousehold = new("S018", Severity.Error, new("没有写明是哪一户", "a row without its household"),
        new("没有户的编号，这一行就无处可归。", "Without the number of its household the row belongs nowhere."), ",1,1950-01-01", "H1,1,1950-01-01");

    public static readonly DiagnosticKind Orphan = new("S019", Severity.Error, new("家庭表里没有这一户", "a row of a household that is not there"),
        new("户的编号在家庭表里找不到：漏了一户，或写错了编号。", "The number is not in the table of the households: a household is missing, or the number is wrong."), "member.csv: H9,… without H9 in household.csv", "household.csv: H9,…");

    public static readonly DiagnosticKind DuplicateHousehold = new("S020", Severity.Error, new("同一户写了两次", "a household that stands twice"),
        new("分不清哪一行为准，也分不清人是哪一户的，所以都不用。", "Nothing tells which row holds and whose the persons are, so neither is used."), "H1,urban … H1,rural", "H1,urban … H2,rural");

    public static readonly DiagnosticKind UnknownParent = new("S021", Severity.Error, new("这一户没有这个人（或这一项）", "a row of somebody who is not in the household"),
        new("这一行所属的编号在上一级的表里找不到。", "The key that the row belongs to is not in the table above."), "income.csv: H1,3,… without member 3", "income.csv: H1,2,…");

    public static readonly DiagnosticKind DuplicateKey = new("S022", Severity.Error, new("编号重复", "a key used twice"),
        new("一户里两行用了同一个编号，分不清是谁。", "Two rows of a household have one key, and nothing tells them apart."), "H1,1,… H1,1,…", "H1,1,… H1,2,…");

    public static readonly DiagnosticKind OneOnly = new("S023", Severity.Error, new("只能有一行", "a second row where there can be one"),
        new("这张表里每个上级只有一行。", "The table has one row for each row above."), "two rows for one key above", "one row");

    public static readonly DiagnosticKind ListContradicts = new("S024", Severity.Error, new("说的与分表不合", "a cell that contradicts the rows"),
        new("写“无”或“不详”时分表里不能有行，写“有”时不能没有。", "Where a cell says none or unknown there can be no rows, and where it says listed there must be some."), "members: 无 … and rows in the table", "members: 有");

    public static readonly DiagnosticKind BadDate = new("S025", Severity.Error, new("日期读不出或有歧义", "a date that cannot be read in one way"),
        new("可写 1931-05-02、1931/5/2、1931年5月2日、19310502，或电子表格的日期序号；其他写法会有几种读法。", "A date is 1931-05-02, 1931/5/2, 1931年5月2日, 19310502 or a spreadsheet's serial number; other forms can be read in more ways than one."),
        "02/05/1931", "1931-05-02");

    public static readonly DiagnosticKind BadNumber = new("S026", Severity.Error, new("数字的写法不对", "a number in a form that is not read"),
        new("千位分隔只能每三位一个；科学记数法可能已经丢了位数。", "Thousands are separated every three digits or not at all; scientific notation may have lost digits."), "1,45", "1,450");

    public static readonly DiagnosticKind BadBoolean = new("S027", Severity.Error, new("不是“是”或“否”", "neither yes nor no"),
        new("写 是 或 否（true、false 亦可）；不知道就留空。", "Write 是 or 否 (or true or false), and nothing when it is not known."), "√", "是");

    public static readonly DiagnosticKind ErrorCell = new("S028", Severity.Error, new("单元格里是错误值", "a cell that holds an error"),
        new("公式算不出，单元格没有值。", "The formula failed, and the cell has no value."), "#REF!", "1450");

    public static readonly DiagnosticKind FormulaWithoutValue = new("S029", Severity.Error, new("公式没有存下结果", "a formula without a stored result"),
        new("这里不算公式，只取存下的结果；这一格没有。", "Formulas are not computed here, their stored results are taken; this cell has none."), "=B2*12, never calculated", "the workbook opened, calculated and saved");

    public static readonly DiagnosticKind LostDigits = new("S030", Severity.Error, new("长编号丢了位数", "a long number that lost digits"),
        new("电子表格只存15位有效数字，更长的编号要存为文本，否则末几位已成了0。", "A spreadsheet keeps fifteen digits: a longer number that is not text ends in zeros that nobody wrote."), "1.10101E+17", "110101193105020017, as text");

    public static readonly DiagnosticKind TurnedDate = new("S031", Severity.Error, new("被电子表格改成了日期", "a cell that the spreadsheet turned into a date"),
        new("这一列不是日期，单元格却是：原来写的（如 1-2）已经不在了。", "The column holds no dates and the cell does: what was typed, such as 1-2, is gone."), "1-2 → 1月2日", "1-2, as text");

    public static readonly DiagnosticKind MergedCells = new("S032", Severity.Error, new("合并单元格", "merged cells"),
        new("合并的单元格只有左上角有值，其余各行是空的。", "Of merged cells only the first has a value; the others are empty."), "one household cell merged over three rows", "the household in each row");

    public static readonly DiagnosticKind BadWeight = new("S033", Severity.Error, new("权重不对", "a weight that cannot be used"),
        new("权重是大于0的数：一户代表多少户。", "A weight is a number above 0: how many households one stands for."), "0", "12.5");

    public static readonly DiagnosticKind TooManyRows = new("S034", Severity.Error, new("一户的行太多", "too many rows for one household"),
        new("一户超过10000行，多半是编号那一列错了。", "A household of more than 10,000 rows: most likely the column of the households is wrong."), "every row: H1", "each household its own number");

    public static readonly DiagnosticKind LongRow = new("S035", Severity.Error, new("一行太长", "a row that is too long"),
        new("一行最多1 MB。", "A row may have 1 MB."), "a line of 5 MB", "one household a line");

    public static readonly DiagnosticKind BadProfile = new("S040", Severity.Error, new("画像写得不对", "a profile that cannot be used"),
        new("画像里的份额、范围和名称要前后一致，合计不差。", "Shares, ranges and names of a profile agree with each other, and shares add up."), "share: 6200 … 2400 … 900", "share: 6200 … 2400 … 900 … 500");

    public static readonly DiagnosticKind ProfileSource = new("S041", Severity.Error, new("份额没有写明出处", "shares without a source"),
        new("每个边际分布要写 source，或写 status: assumed；不能让人以为是统计数字。", "Every marginal names its source or says status: assumed, so that nobody takes it for a statistic."), "shares: { 1: 6200 }", "shares: { 1: 6200 }, status: assumed");

    public static readonly DiagnosticKind BadCount = new("S042", Severity.Error, new("户数或种子不对", "a number of households or a seed that cannot be used"),
        new("户数为1至一亿，种子为0至 2^63−1 的整数。", "There are 1 to 100,000,000 households, and the seed is a whole number up to 2^63 - 1."), "--households 0", "--households 2000");

    public static readonly DiagnosticKind FolderNotEmpty = new("S043", Severity.Error, new("文件夹里已有别的文件", "a folder that holds other files"),
        new("不往里写，免得两份名册混在一起。", "Nothing is written there, so that two caseloads are not mixed."), "--out a folder with files", "--out a new folder");

    public static readonly IReadOnlyList<DiagnosticKind> All =
    [
        NotACaseload, NoHeader, UnknownColumn, UnreadColumns, DuplicateColumn, MissingColumn, NoRootTable, UnknownTable, UnreadTable, CannotOpen, Utf16, WorkbookTooLarge,
        BrokenWorkbook, CannotSpool, FieldCount, BrokenQuotes, MixedEncoding, NoHousehold, Orphan, DuplicateHousehold, UnknownParent, DuplicateKey, OneOnly, ListContradicts,
        BadDate, BadNumber, BadBoolean, ErrorCell, FormulaWithoutValue, LostDigits, TurnedDate, MergedCells, BadWeight, TooManyRows, LongRow, BadProfile, ProfileSource, BadCount, FolderNotEmpty,
    ];
}
