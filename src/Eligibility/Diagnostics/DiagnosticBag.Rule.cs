using Eligibility.Text;

namespace Eligibility.Diagnostics;

public sealed partial class DiagnosticBag
{
    internal void UnknownKey(Location at, string key, string? nearest) => Add(RuleKinds.UnknownKey, at,
        new($"没有键“{key}”。", $"There is no key `{key}` here."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void MissingKey(Location at, string key) => Add(RuleKinds.MissingKey, at,
        new($"缺少“{key}”。", $"`{key}` is missing."),
        new($"补上“{key}:”。", $"Add `{key}:`."));

    internal void WrongShape(Location at, LocalText wanted) => Add(RuleKinds.WrongShape, at,
        new($"这里应是{wanted.Zh}。", $"This must be {wanted.En}."),
        new("按规则格式说明改写。", "Write it as the rule format says."));

    internal void BadDateInRules(Location at, string text) => Add(RuleKinds.BadDateInRules, at,
        new($"“{text}”不是日期。", $"`{text}` is not a date."),
        new("写作 2024-07-01。", "Write it as 2024-07-01."));

    internal void BadNumberInRules(Location at, string text) => Add(RuleKinds.BadNumberInRules, at,
        new($"“{text}”不是数字。", $"`{text}` is not a number."),
        new("写作 1450 或 0.25，不带分隔符和单位。", "Write it as 1450 or 0.25, without separators or unit."));

    internal void BadChoice(Location at, string text, IReadOnlyList<string> choices) => Add(RuleKinds.BadChoice, at,
        new($"“{text}”不可用。", $"`{text}` cannot stand here."),
        new($"可用：{Join(choices)}。", $"Write one of {Join(choices)}."));

    internal void UnknownSource(Location at, string key, string? nearest) => Add(RuleKinds.UnknownSource, at,
        new($"没有来源“{key}”。", $"There is no source `{key}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void CommentBehindFormula(Location at) => Add(RuleKinds.CommentBehindFormula, at,
        new("公式这一行有注释。", "There is a comment on the formula's line."),
        new("把注释移到上一行。", "Move the comment to the line above."));

    internal void DuplicateItem(Location at, string name, Location first) => Add(RuleKinds.DuplicateItem, at,
        new($"“{name}”已经用过。", $"`{name}` is used already."),
        new("给其中一个换名。", "Rename one of them."), related: first);

    internal void OverrideOfNothing(Location at, string name, string? nearest) => Add(RuleKinds.OverrideOfNothing, at,
        new($"没有可覆盖的“{name}”。", $"There is no `{name}` below to override."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void MissingOverride(Location at, string name, Location inherited) => Add(RuleKinds.MissingOverride, at,
        new($"“{name}”在下层已有。", $"`{name}` exists in a layer below."),
        new("若确要替换，写 override: true；否则换名。", "Write `override: true` to replace it, or choose another name."), related: inherited);

    internal void RemovalOfNothing(Location at, string name, string? nearest) => Add(RuleKinds.RemovalOfNothing, at,
        new($"没有可删除的“{name}”。", $"There is no `{name}` below to remove."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void ChineseMissing(Location at) => Add(RuleKinds.ChineseMissing, at,
        new("缺少中文（zh）。", "The Chinese (zh) is missing."),
        new("补上 zh。", "Add zh."));

    internal void StatusNeedsNote(Location at, string status) => Add(RuleKinds.StatusNeedsNote, at,
        new($"状态“{status}”没有说明。", $"The status `{status}` has no note."),
        new("补上 note。", "Add a note."));

    internal void NotCited(Location at, string name) => Add(RuleKinds.NotCited, at,
        new($"“{name}”没有写依据。", $"`{name}` cites nothing."),
        new("补上 cite。", "Add cite."));

    internal void SameStartTwice(Location at, string what, Location first) => Add(RuleKinds.SameStartTwice, at,
        new($"{what} 有两条起始日和公布日都相同。", $"{what} has two entries of the same start and publication."),
        new("改正其中一条，或写明公布日。", "Correct one of them, or give its day of publication."), related: first);

    internal void UnknownEntity(Location at, string name, string? nearest) => Add(RuleKinds.UnknownEntity, at,
        new($"没有“{name}”这类对象。", $"There is no entity `{name}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void ExtendsNothing(Location at, string jurisdiction, string programme) => Add(RuleKinds.ExtendsNothing, at,
        new($"“{jurisdiction}”没有“{programme}”的规则。", $"`{jurisdiction}` has no rules of `{programme}`."),
        new("核对地区代码，或去掉 extends。", "Check the code, or leave `extends` out."));

    internal void AmendsNothing(Location at, string date) => Add(RuleKinds.AmendsNothing, at,
        new($"没有 {date} 起施行的版本。", $"There is no version that starts on {date}."),
        new("写所修订版本的施行日期。", "Name the start of the version that is amended."));

    internal void WrongPlace(Location at, string expected) => Add(RuleKinds.WrongPlace, at,
        new($"文件应为 {expected}。", $"The file should be {expected}."),
        new("移动文件，或改正内容。", "Move the file or correct its head."));

    internal void Cycle(Location at, IReadOnlyList<string> names) => Add(RuleKinds.Cycle, at,
        new($"循环：{JoinArrow(names)}。", $"The cycle is {JoinArrow(names)}."),
        new("断开其中一环。", "Break one of the links."));

    internal void NotProvedWholeFen(Location at, string name, string reason) => Add(RuleKinds.NotProvedWholeFen, at,
        new($"“{name}”可能不是整分：{reason}。", $"`{name}` may not be whole fen: {reason}."),
        new("写 rounding 条款；法规没有规定的，注明 status: interpretation。", "Add a rounding clause; where the law is silent, with status: interpretation."));

    internal void TableWidth(Location at, int found, int expected) => Add(RuleKinds.TableWidth, at,
        new($"这一行有 {found} 格，表头有 {expected} 格。", $"The row has {found} cells, the header {expected}."),
        new("补齐或删去格子。", "Add or remove cells."));

    internal void TableWithoutRows(Location at) => Add(RuleKinds.TableWithoutRows, at,
        new("表格没有行。", "The table has no rows."),
        new("写表头和至少一行，竖线分格。", "Write a header and at least one row, cells between bars."));

    internal void FormulaOrTable(Location at, string name) => Add(RuleKinds.FormulaOrTable, at,
        new($"“{name}”要有公式或表格，且只能有一个。", $"`{name}` needs a formula or a table, and not both."),
        new("留下一个。", "Give exactly one."));

    internal void FloorBroken(Location at, string parameter, string value, string floor, string date) => Add(RuleKinds.FloorBroken, at,
        new($"“{parameter}”在 {date} 为 {value}，低于下限 {floor}。", $"`{parameter}` is {value} on {date}, below the floor {floor}."),
        new("核对数值和下限的依据。", "Check the value and the text that sets the floor."));

    internal void UnknownParameterValue(Location at, string name, string? nearest) => Add(RuleKinds.UnknownParameterValue, at,
        new($"没有参数“{name}”。", $"There is no parameter `{name}`."),
        new($"{Meant(nearest).Zh}补上 label、unit，或改正名称。", $"{Meant(nearest).En} Add label and unit, or correct the name."));

    internal void ParameterKeys(Location at, string name, int expected) => Add(RuleKinds.ParameterKeys, at,
        new($"“{name}”按 {expected} 个名称分类，这里的写法不合。", $"`{name}` has {expected} keys, and this value does not fit them."),
        new("没有 by 就写一个值；有 by 就按分类写。", "Write one value without `by`, a map of the keys with it."));

    internal void UnknownLabelName(Location at, string kind, string name, string? nearest) => Add(RuleKinds.UnknownLabelName, at,
        new($"{kind}“{name}”没有登记。", $"The {kind} `{name}` has no label."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void NoDirectory(Location? at, string name) => Add(RuleKinds.NoDirectory, at,
        new($"打不开“{name}”。", $"`{name}` cannot be read."),
        new("核对路径和权限。", "Check the path and the rights."));

    internal void UnknownJurisdiction(Location at, string code, string? nearest) => Add(RuleKinds.UnknownJurisdiction, at,
        new($"没有地区“{code}”。", $"There is no jurisdiction `{code}`."),
        new($"{Meant(nearest).Zh}", $"{Meant(nearest).En}"));

    internal void BadTemplate(Location at) => Add(RuleKinds.BadTemplate, at,
        new("花括号不成对。", "The braces are not in pairs."),
        new("补上 } 。", "Close the brace."));

    internal void RoundingStep(Location at, string text) => Add(RuleKinds.RoundingStep, at,
        new($"“{text}”不能作为取整单位。", $"`{text}` cannot be a rounding step."),
        new("写 0.01、0.1、1 等。", "Write 0.01, 0.1, 1 or the like."));

    internal void DuplicateDeclaration(Location at, string name, Location first) => Add(RuleKinds.DuplicateDeclaration, at,
        new($"“{name}”已经声明。", $"`{name}` is declared already."),
        new("删去或换名。", "Remove or rename one."), related: first);

    internal void BadVocabulary(Location at, LocalText problem) => Add(RuleKinds.BadVocabulary, at,
        new($"{problem.Zh}", $"{problem.En}"),
        new("按规则格式说明改正。", "Correct it as the rule format says."));

    internal void TooManyRows(Location at, int rows, int most) => Add(RuleKinds.BeyondBound, at,
        new($"表格有 {rows} 行，最多 {most} 行。", $"The table has {rows} rows; {most} is the most."),
        new("分成几张表，或改写为公式。", "Split it into several tables, or write a formula."));

    internal void ChainTooLong(Location at, string name) => Add(RuleKinds.BeyondBound, at,
        new($"“{name}”所依据的公式一层引用一层，太深了。", $"`{name}` rests on a chain of formulas that is too long."),
        new("合并其中一些公式。", "Merge some of the formulas."));

    internal void ArticleWithoutReason(Location at, string instrument, string article) => Add(RuleKinds.ArticleWithoutReason, at,
        new($"《{instrument}》{article} 没有规则引用，也没有写明原因。", $"No rule cites {article} of {instrument}, and no reason is given."), new("引用它，或写 notEncoded。", "Cite it, or give `notEncoded`."));

    internal void ArticleCitedAndLeftOut(Location at, string instrument, string article, string file) => Add(RuleKinds.ArticleCitedAndLeftOut, at,
        new($"《{instrument}》{article} 写着没有编入，而 {file} 引用了它。", $"{article} of {instrument} is said not to be encoded, and {file} cites it."), new("删去 notEncoded。", "Delete `notEncoded`."));

    internal void ArticleNotRegistered(Location at, string instrument, string article) => Add(RuleKinds.ArticleNotRegistered, at,
        new($"《{instrument}》没有登记 {article}。", $"{instrument} has no registered article {article}."), new("核对引用，或在 articles.yaml 补上。", "Check the citation, or add the article to articles.yaml."));

    internal void InstrumentNotRegistered(Location at, string instrument) => Add(RuleKinds.InstrumentNotRegistered, at,
        new($"{instrument} 的条文没有登记。", $"The articles of {instrument} are not registered."), new("在 articles.yaml 登记它的每一条。", "Register every article of it in articles.yaml."));
}
