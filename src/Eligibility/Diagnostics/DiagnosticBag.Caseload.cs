using Eligibility.Text;

namespace Eligibility.Diagnostics;

/// <content>Caseloads: files, headers, rows and cells.</content>
public sealed partial class DiagnosticBag
{
    internal void NotACaseload(string path, LocalText why) => Add(CaseloadKinds.NotACaseload, null,
        new($"{Shown(path)} 不是名册：{why.Zh}。", $"{Shown(path)} is no caseload: {why.En}."),
        new("给出放 CSV 表的文件夹、.xlsx 工作簿或 .jsonl 文件。", "Give a folder of CSV tables, an .xlsx workbook or a .jsonl file."));

    internal void NoCaseloadHeader(Location at, string key, string label) => Add(CaseloadKinds.NoHeader, at,
        new($"前10行里没有表头：找不到列 {key}（{label}）。", $"The first ten rows hold no header: there is no column {key}."),
        new("加上表头；没有内容的表从名册里拿走。", "Add the header, or take a table without content out of the caseload."));

    internal void MisspeltColumn(Location at, string header, string nearest) => Add(CaseloadKinds.UnknownColumn, at,
        new($"没有列 {Shown(header)}。", $"There is no column {Shown(header)}."), Meant(nearest));

    internal void UnreadColumns(Location at, IReadOnlyList<string> headers) => Add(CaseloadKinds.UnreadColumns, at,
        new($"有 {headers.Count} 列没有用：{First(headers)}。", $"{headers.Count} of the columns are not read: {First(headers)}."),
        new("若其中有要用的，列名改用模板里的写法。", "If one of them matters, name it as the template does."));

    internal void DuplicateColumn(Location at, string header) => Add(CaseloadKinds.DuplicateColumn, at,
        new($"列 {Shown(header)} 写了两次。", $"The column {Shown(header)} stands twice."), new("只留一列。", "Keep one of them."));

    internal void MissingColumn(Location at, string key, string label) => Add(CaseloadKinds.MissingColumn, at,
        new($"没有列 {key}（{label}）。", $"There is no column {key}."), new("补上这一列。", "Add the column."));

    internal void NoRootTable(string path, string table, string label) => Add(CaseloadKinds.NoRootTable, null,
        new($"{Shown(path)} 里没有 {table}（{label}）表。", $"{Shown(path)} has no table {table}."), new("补上，每户一行。", "Add it, with a row for each household."));

    internal void MisspeltTable(Location at, string nearest) => Add(CaseloadKinds.UnknownTable, at,
        new("没有这个名称的表。", "There is no table of this name."), Meant(nearest));

    internal void UnreadTable(Location at) => Add(CaseloadKinds.UnreadTable, at,
        new("这张表没有用。", "The table is not read."), new("若要用，表名改用模板里的写法。", "If it matters, name it as the template does."));

    internal void CannotOpen(string path) => Add(CaseloadKinds.CannotOpen, null,
        new($"打不开 {Shown(path)}。", $"{Shown(path)} cannot be opened."), new("核对路径和权限；先关闭占用它的程序。", "Check the path and the rights, and close the program that holds it."));

    internal void TableUtf16(Location at) => Add(CaseloadKinds.Utf16, at,
        new("这张表的编码是 UTF-16。", "The table is in UTF-16."), new("另存为“CSV UTF-8”。", "Save it as “CSV UTF-8”."));

    internal void WorkbookTooLarge(string path, string part, long bytes, long limit) => Add(CaseloadKinds.WorkbookTooLarge, null,
        new($"{Shown(path)} 里的 {Shown(part)} 展开后有 {bytes} 字节，超过 {limit}。", $"{Shown(part)} in {Shown(path)} has {bytes} bytes unpacked, more than {limit}."),
        new("用电子表格重新保存；真有这么大，改用 CSV。", "Save it again with a spreadsheet; if it really is so large, use CSV tables."));

    internal void BrokenWorkbook(string path) => Add(CaseloadKinds.BrokenWorkbook, null,
        new($"{Shown(path)} 不是完整的工作簿，或有密码。", $"{Shown(path)} is not a whole workbook, or has a password."), new("去掉密码，重新保存为 .xlsx。", "Remove the password and save it again as .xlsx."));

    internal void CannotSpool(string folder) => Add(CaseloadKinds.CannotSpool, null,
        new($"临时文件夹 {Shown(folder)} 写不下。", $"The temporary folder {Shown(folder)} cannot be written to."), new("腾出空间，或先把各表按户排序。", "Make room, or sort the tables by household first."));

    internal void MissingHousehold(Location at) => Add(CaseloadKinds.NoHousehold, at,
        new("没有写明是哪一户。", "The row does not say whose it is."), new("填上户的编号。", "Fill in the number of the household."));

    internal void OrphanRow(Location at, string household, string table) => Add(CaseloadKinds.Orphan, at,
        new($"{table} 表里没有 {Shown(household)} 这一户。", $"There is no {Shown(household)} in the table {table}."), new("在那张表里补上这一户，或改正编号。", "Add the household there, or correct the number."));

    internal void DuplicateHousehold(Location at, string household, long first) => Add(CaseloadKinds.DuplicateHousehold, at,
        new($"{Shown(household)} 写了两次。", $"{Shown(household)} stands twice."), new($"给其中一户换编号，或删去一行；另一行是第 {first} 行。", $"Give one of them another number, or delete a row; the other is row {first}."));

    internal void UnknownParentRow(Location at, string key, LocalText parent, string? nearest) => Add(CaseloadKinds.UnknownParent, at,
        key.Length == 0
            ? new($"没有写明属于哪一个“{parent.Zh}”。", $"The row does not say to which {parent.En} it belongs.")
            : new($"这一户没有“{parent.Zh}” {Shown(key)}。", $"The household has no {parent.En} {Shown(key)}."),
        nearest is null ? new("改正编号，或在上一级的表里补上。", "Correct the key, or add it to the table above.") : Meant(nearest));

    internal void DuplicateRowKey(Location at, string key, LocalText owner, long first) => Add(CaseloadKinds.DuplicateKey, at,
        new($"这一户有两个“{owner.Zh}”都叫 {Shown(key)}。", $"Two of the kind “{owner.En}” in this household are called {Shown(key)}."),
        new($"给其中一个换编号；另一个在第 {first} 行。", $"Give one of them another; the other is in row {first}."));

    internal void SecondRow(Location at, LocalText entity, long first) => Add(CaseloadKinds.OneOnly, at,
        new($"“{entity.Zh}”在这里只能有一行。", $"There can be one row of “{entity.En}” here."), new($"删去一行；另一行是第 {first} 行。", $"Delete one; the other is row {first}."));

    internal void ListContradicts(Location at, string said, LocalText list, int rows) => Add(CaseloadKinds.ListContradicts, at,
        new($"“{list.Zh}”写着 {Shown(said)}，分表里却有 {rows} 行。", $"“{list.En}” says {Shown(said)}, and the table has {rows} rows."), new("改正其中一处。", "Correct one of the two."));

    internal void BadListState(Location at, string said, LocalText list) => Add(CaseloadKinds.ListContradicts, at,
        new($"“{list.Zh}”不能写 {Shown(said)}。", $"“{list.En}” cannot be {Shown(said)}."), new("写 无、有 或 不详，或者留空。", "Write none, listed or unknown, or nothing."));

    internal void BadCellDate(Location at, string text, LocalText label, LocalText why, LocalText advice) => Add(CaseloadKinds.BadDate, at,
        new($"“{label.Zh}”的 {Shown(text)} 不能用：{why.Zh}。", $"{Shown(text)} cannot be “{label.En}”: {why.En}."), advice);

    internal void BadCellNumber(Location at, string text, LocalText label, LocalText why) => Add(CaseloadKinds.BadNumber, at,
        new($"“{label.Zh}”的 {Shown(text)} 不能用：{why.Zh}。", $"{Shown(text)} cannot be “{label.En}”: {why.En}."),
        new("写 1450、1450.50 或 1,450.50，不带单位。", "Write 1450, 1450.50 or 1,450.50, without a unit."));

    internal void BadCellBoolean(Location at, string text, LocalText label) => Add(CaseloadKinds.BadBoolean, at,
        new($"“{label.Zh}”应为 是 或 否，却是 {Shown(text)}。", $"“{label.En}” is 是 or 否, and this is {Shown(text)}."), new("写 是 或 否；不知道就留空。", "Write 是 or 否, and nothing when it is not known."));

    internal void BadWeight(Location at, string text) => Add(CaseloadKinds.BadWeight, at,
        new($"权重不能是 {Shown(text)}。", $"A weight cannot be {Shown(text)}."), new("写大于0的数；不是样本就留空。", "Write a number above 0, or nothing when this is no sample."));

    internal void TooManyRows(Location at, string household, int limit) => Add(CaseloadKinds.TooManyRows, at,
        new($"{Shown(household)} 有 {limit} 行以上。", $"{Shown(household)} has more than {limit} rows."), new("核对户编号那一列。", "Check the column of the households."));

    /// <summary>What was wrong with a row or cell when its table was read.</summary>
    /// <param name="at">Where.</param>
    /// <param name="kind">One of the kinds S015 to S017, S028 to S032 and S035.</param>
    /// <param name="found">What stood there, in a few words.</param>
    internal void RowFault(Location at, DiagnosticKind kind, string found)
    {
        LocalText advice = kind.Code switch
        {
            "S015" => new("值里有逗号时加引号；补上或删去多余的分隔符。", "Put a value with a comma into quotes; add or delete separators."),
            "S016" => new("补上引号；值里的引号写两次；一格之内不换行。", "Close the quote; write a quote inside a value twice; no line ends inside a cell."),
            "S017" => new("把各部分都存为 UTF-8 再合并。", "Save the parts as UTF-8 before they are put together."),
            "S028" or "S029" => new("改正公式并保存，或直接填数。", "Correct the formula and save, or enter the figure."),
            "S030" => new("把这一列设为文本，从原始资料重新填写。", "Make the column text and enter it again from the papers."),
            "S031" => new("把这一列设为文本，重新填写。", "Make the column text and enter it again."),
            "S032" => new("取消合并，每行都填上。", "Unmerge the cells and fill in every row."),
            _ => new("一行写一户，不超过1 MB。", "One household a line, of 1 MB at the most."),
        };
        Add(kind, at, new($"{kind.Title.Zh}：{Shown(found)}。", $"This is {kind.Title.En}: {Shown(found)}."), advice);
    }

    internal void BadProfile(Location at, LocalText why) => Add(CaseloadKinds.BadProfile, at, why, new("改正画像。", "Correct the profile."));

    internal void ProfileSource(Location at, string name) => Add(CaseloadKinds.ProfileSource, at,
        new($"“{name}”没有写明出处。", $"`{name}` names no source."), new("写 source，或写 status: assumed。", "Write source, or status: assumed."));

    internal void BadCount(string option, string text) => Add(CaseloadKinds.BadCount, null,
        new($"{option} 不能是 {Shown(text)}。", $"{option} cannot be {Shown(text)}."), new("写整数。", "Write a whole number."));

    internal void FolderNotEmpty(string path) => Add(CaseloadKinds.FolderNotEmpty, null,
        new($"{Shown(path)} 已有别的文件。", $"{Shown(path)} holds other files."), new("给出新的或空的文件夹。", "Give a new or an empty folder."));

    private static string First(IReadOnlyList<string> headers) =>
        string.Join(", ", headers.Take(5).Select(Shown)) + (headers.Count > 5 ? " …" : "");
}
