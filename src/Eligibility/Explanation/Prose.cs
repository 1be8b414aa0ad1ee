using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Explanation;

/// <summary>
/// Says a bound expression in words: labels in place of keys, the law's comparisons in place of signs. With a run it says the same with
/// the household's values put in, and of an <c>if</c> only the branch that was taken.
/// </summary>
internal sealed partial class Prose
{
    private readonly Language _language;
    private readonly HouseholdRun? _run;
    private readonly EntityRecord? _instance;
    private readonly Func<string, LocalText?>? _titles;
    private readonly EntityDeclaration? _self;
    private int _depth;

    private Prose(Language language, HouseholdRun? run, EntityRecord? instance, Func<string, LocalText?>? titles, EntityDeclaration? self)
    {
        _self = self;
        _language = language;
        _run = run;
        _instance = instance;
        _titles = titles;
    }

    /// <summary>Whether values are put in here: inside a list there is no one instance whose values they could be.</summary>
    private bool HasValues => _run is not null && _depth == 0;

    private bool Zh => _language == Language.Chinese;

    /// <summary>How tightly an operator binds: brackets are printed where the inner one binds less.</summary>
    private enum Level
    {
        Statement,
        Or,
        And,
        Comparison,
        Sum,
        Product,
        Power,
        Operand,
    }

    /// <summary>The expression with labels; <paramref name="titles"/> gives the title of a programme whose key stands in it.</summary>
    public static string Of(BoundExpression e, Language language, Func<string, LocalText?>? titles = null, EntityDeclaration? self = null) =>
        new Prose(language, null, null, titles, self).Write(e, Level.Statement);

    /// <summary>The expression with the values of a household put in.</summary>
    public static string WithValues(BoundExpression e, HouseholdRun run, EntityRecord instance, Language language) =>
        new Prose(language, run, instance, null, instance.Declaration).Write(e, Level.Statement).Replace("） ×", "）×", StringComparison.Ordinal).Replace("） ÷", "）÷", StringComparison.Ordinal);

    private string Say(string zh, string en) => Zh ? zh : en;

    private string Brackets(string text, Level own, Level outer) => own < outer ? Say($"（{text}）", $"({text})") : text;

    private string Write(BoundExpression e, Level outer)
    {
        if (HasValues && IsLeaf(e)) return ShowValue(e);
        switch (e)
        {
            case BoundLiteral l: return Literal(l);
            case BoundLocal l: return LocalName(l);
            case BoundAttribute a: return Possessive(a.Target, a.Attribute.Label.In(_language));
            case BoundItem i: return Possessive(i.Target, ItemName((RuleItem)i.Item));
            case BoundParent p: return p.Declaration.Label.In(_language);
            case BoundParameter p: return p.Parameter.Label.In(_language);
            case BoundMonth m:
                return m.Part switch
                {
                    MonthPart.Start => Say("当月第一日", "the first day of the month"),
                    MonthPart.End => Say("当月最后一日", "the last day of the month"),
                    _ => Say("上月最后一日", "the last day of the month before"),
                };
            case BoundLogic l: return Logic(l, outer);
            case BoundOperation o: return Operation(o, outer);
            case BoundIf i: return If(i, outer);
            case BoundQuantified q: return Quantified(q, outer);
            case BoundFilter f: return Filter(f);
            case BoundIndex i: return Say($"{Write(i.Target, Level.Operand)}的第{Write(i.Index, Level.Operand)}个", $"number {Write(i.Index, Level.Operand)} of {Write(i.Target, Level.Operand)}");
            case BoundMap m: return Map(m);
            case BoundFor f:
                return Say($"逐一对{string.Join("、", f.Iterators.Select(Domain))}计算（{Write(f.Return, Level.Statement)}）",
                    $"for each of {string.Join(", ", f.Iterators.Select(Domain))}: {Write(f.Return, Level.Statement)}");
            case BoundProperty p: return Property(p);
            case BoundList l: return string.Join(Say("、", ", "), l.Items.Select(i => Write(i, Level.Comparison)));
            case BoundRange r: return Range(r);
            case BoundIn i: return In(i, outer);
            case BoundFault f: return f.Fault.Text.In(_language);
            default: return e.Type.ToString();
        }
    }

    /// <summary>What is shown as one value when a household's values are put in: names, and functions over lists.</summary>
    private static bool IsLeaf(BoundExpression e) => e is BoundAttribute or BoundItem or BoundParameter or BoundMonth or BoundLocal or BoundFilter or BoundMap or BoundProperty
        or BoundIndex or BoundFor or BoundQuantified or BoundOperation { Operation.Name: "count" or "age" or "list contains" or "min" or "max" or "any" or "all" };

    private string ShowValue(BoundExpression e)
    {
        var value = _run!.Evaluate(e, _instance!);
        return Display.Of(value, e, _language);
    }

    private string Literal(BoundLiteral l)
    {
        if (l.Value.Kind == ValueKind.String) return Say($"“{l.Value.Text}”", $"“{l.Value.Text}”");
        return Display.Of(l.Value, _language, money: false);
    }

    /// <summary>A variable is called by what it stands for.</summary>
    private string LocalName(BoundLocal l)
    {
        if (l.Slot == 0 && l.Type is EntityType self) return Say($"本{self.Declaration.Label.Zh}", $"this {self.Declaration.Label.En}");
        if (l.Type is EntityType e) return Say($"该{e.Declaration.Label.Zh}", $"that {e.Declaration.Label.En}");
        return l.Name is "item" or "?" ? Say("其值", "the value") : l.Name;
    }

    /// <summary>
    /// "The person's age". The owner goes without saying where there is only one it can be: the instance whose formula this is, or inside a
    /// list the element; where both are in sight and of one kind, each is named.
    /// </summary>
    private string Possessive(BoundExpression target, string name)
    {
        switch (target)
        {
            case BoundLocal { Slot: 0, Type: EntityType e } when _depth > 0: return Owned(Say($"本{e.Declaration.Label.Zh}", $"this {e.Declaration.Label.En}"), name);
            case BoundLocal { Type: EntityType e } l when l.Slot != 0 && e.Declaration == _self: return Owned(Say($"该{e.Declaration.Label.Zh}", $"that {e.Declaration.Label.En}"), name);
            case BoundLocal or BoundParent: return name;
            default:
                var owner = Write(target, Level.Operand);
                return name.StartsWith(owner, StringComparison.Ordinal) ? name : Owned(owner, name);
        }
    }

    private string Owned(string owner, string name) => Say($"{owner}{(owner.EndsWith('的') ? "" : "的")}{name}", $"{name} of {owner}");

    private T Inside<T>(Func<T> write)
    {
        _depth++;
        var result = write();
        _depth--;
        return result;
    }

    private string ItemName(RuleItem item)
    {
        var title = item.Owner.Merged.Top.Title.In(_language);
        return item.Kind switch
        {
            ItemKind.OnRoll or ItemKind.AnyOnRoll => Say($"享受{title}", $"is covered by {title}"),
            ItemKind.Eligible => Say($"符合{title}条件", $"qualifies for {title}"),
            ItemKind.Entitled => Say("属于保障对象", "is covered"),
            ItemKind.Payable => Say($"{title}应付金额", $"the amount of {title}"),
            ItemKind.Route or ItemKind.PersonRoute => Say("救助路径", "the route"),
            _ => item.Label.In(_language),
        };
    }

    private string Logic(BoundLogic l, Level outer)
    {
        var own = l.IsAnd ? Level.And : Level.Or;
        var parts = new List<string>();
        Collect(l);
        var joined = string.Join(l.IsAnd ? Say("，且", " and ") : Say("，或", " or "), parts);
        return Brackets(joined, own, outer);

        void Collect(BoundExpression e)
        {
            if (e is BoundLogic same && same.IsAnd == l.IsAnd)
            {
                Collect(same.Left);
                Collect(same.Right);
            }
            // Read aloud, "a and b or c" tells nothing: whatever is joined otherwise gets brackets.
            else parts.Add(Write(e, Level.Comparison));
        }
    }

    private string If(BoundIf i, Level outer)
    {
        if (HasValues)
        {
            var condition = _run!.Evaluate(i.Condition, _instance!);
            if (!condition.IsUnknown) return Write(condition.IsTrue ? i.Then : i.Else, outer);
        }
        var (c, a) = (Write(i.Condition, Level.Or), Write(i.Then, Level.Or));
        var otherwise = i.Else is BoundIf nested
            ? Say("；否则", "; otherwise ") + If(nested, Level.Statement)
            : i.Else is BoundFault ? "" : Say($"；其他情形为{Write(i.Else, Level.Statement)}", $"; in all other cases {Write(i.Else, Level.Statement)}");
        return Brackets(Say($"{c}的，为{a}{otherwise}", $"if {c}: {a}{otherwise}"), Level.Statement, outer);
    }

    private string Domain(BoundIterator i) =>
        i.To is null ? Write(i.From, Level.Operand) : Say($"{Write(i.From, Level.Operand)}至{Write(i.To, Level.Operand)}", $"{Write(i.From, Level.Operand)} to {Write(i.To, Level.Operand)}");

    private string Quantified(BoundQuantified q, Level outer)
    {
        var domain = string.Join(Say("、", ", "), q.Iterators.Select(Domain));
        var condition = Inside(() => Write(q.Condition, Level.Or));
        return Brackets(q.IsEvery
            ? Say($"{domain}全部符合：{condition}", $"every one of {domain} satisfies: {condition}")
            : Say($"{domain}中至少有一个符合：{condition}", $"at least one of {domain} satisfies: {condition}"), Level.Comparison, outer);
    }

    private string Filter(BoundFilter f)
    {
        var (target, condition) = (Write(f.Target, Level.Operand), Inside(() => Write(f.Condition, Level.Or)));
        // "The persons who are insured": a plain label is a kind of person; anything else is a clause.
        return f.Condition is BoundItem or BoundAttribute ? Say($"{target}中的{condition}", $"{target} ({condition})") : Say($"{target}中{condition}的", $"{target} where {condition}");
    }

    private string Map(BoundMap m)
    {
        var (target, body) = (Write(m.Target, Level.Operand), Inside(() => Write(m.Body, Level.Operand)));
        return m.Target is BoundFilter { Condition: BoundItem or BoundAttribute } ? Say($"{target}的{body}", $"{body} of {target}") : Owned(target, body);
    }

    private string Property(BoundProperty p)
    {
        var target = Write(p.Target, Level.Operand);
        return p.Name switch
        {
            "years" => Say($"{target}的整年数", $"the whole years of {target}"),
            "months" => Say($"{target}的月数（不计整年）", $"the months of {target} beyond whole years"),
            "days" => Say($"{target}的天数", $"the days of {target}"),
            "year" => Say($"{target}的年份", $"the year of {target}"),
            "month" => Say($"{target}的月份", $"the month of {target}"),
            "day" => Say($"{target}的日", $"the day of {target}"),
            _ => Say($"{target}的{p.Name}", $"{p.Name} of {target}"),
        };
    }

    private string Range(BoundRange r)
    {
        var low = r.Low is null ? null : Write(r.Low, Level.Operand);
        var high = r.High is null ? null : Write(r.High, Level.Operand);
        if (low is null) return Say($"{(r.HighIncluded ? "不高于" : "低于")}{high}", $"{(r.HighIncluded ? "at most" : "below")} {high}");
        if (high is null) return Say($"{(r.LowIncluded ? "不低于" : "高于")}{low}", $"{(r.LowIncluded ? "at least" : "above")} {low}");
        return Say($"{low}{(r.LowIncluded ? "（含）" : "（不含）")}至{high}{(r.HighIncluded ? "（含）" : "（不含）")}",
            $"{low} ({(r.LowIncluded ? "included" : "not included")}) to {high} ({(r.HighIncluded ? "included" : "not included")})");
    }

    private string In(BoundIn i, Level outer)
    {
        var subject = Write(i.Value, Level.Operand);
        if (Codes(i) is { Length: > 0 } values) return Brackets(Say($"{subject}为{string.Join("或", values)}", $"{subject} is {string.Join(" or ", values)}"), Level.Comparison, outer);
        if (i.Tests.Count == 0) return Say("任何情形", "in any case");
        var tests = i.Tests.Select(t => WriteTest(t, i.Slot, i.Value)).ToArray();
        return Brackets(string.Join(Say("，或", " or "), tests), tests.Length > 1 ? Level.Or : Level.Comparison, outer);
    }

    /// <summary>A test with its subject put in place of the question mark.</summary>
    private string WriteTest(BoundExpression test, int slot, BoundExpression subject) => Write(Substitute(test, slot, subject), Level.Comparison);

    private static BoundExpression Substitute(BoundExpression e, int slot, BoundExpression subject) => e switch
    {
        BoundLocal l when l.Slot == slot => subject,
        BoundOperation o => o with { Arguments = [.. o.Arguments.Select(a => Substitute(a, slot, subject))] },
        BoundLogic l => l with { Left = Substitute(l.Left, slot, subject), Right = Substitute(l.Right, slot, subject) },
        _ => e,
    };
}
