using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

internal sealed partial class Prose
{
    private string Operation(BoundOperation o, Level outer)
    {
        var a = o.Arguments;
        // With a household's values put in, adding or taking away nothing is not worth a word.
        if (HasValues && o.Operation.Name is "+" or "-" && IsZero(a[1])) return Write(a[0], outer);
        if (HasValues && o.Operation.Name is "+" && IsZero(a[0])) return Write(a[1], outer);
        switch (o.Operation.Name)
        {
            case "+": return Brackets($"{Write(a[0], Level.Sum)} + {Write(a[1], Level.Sum)}", Level.Sum, outer);
            case "-": return Brackets($"{Write(a[0], Level.Sum)} − {Write(a[1], Level.Product)}", Level.Sum, outer);
            case "*": return Brackets($"{Factor(a[0])} × {Factor(a[1])}", Level.Product, outer);
            case "/": return Brackets($"{Write(a[0], Level.Product)} ÷ {Write(a[1], Level.Power)}", Level.Product, outer);
            case "**": return Brackets(Say($"{Write(a[0], Level.Operand)}的{Write(a[1], Level.Operand)}次方", $"{Write(a[0], Level.Operand)} to the power of {Write(a[1], Level.Operand)}"), Level.Power, outer);
            case "negate": return Brackets($"−{Write(a[0], Level.Operand)}", Level.Power, outer);
            case "=" or "!=" or "<" or "<=" or ">" or ">=": return Brackets(Comparison(o), Level.Comparison, outer);
            case "not": return Negation(a[0], outer);
            default: return Function(o, outer);
        }
    }

    private bool IsZero(BoundExpression e) => HasValues && e.Type.Present == FeelType.Number && _run!.Evaluate(e, _instance!) is { Kind: ValueKind.Number, Number.Sign: 0 };

    /// <summary>A literal share such as 0.25 is said as 25 %.</summary>
    private string Factor(BoundExpression e)
    {
        if (e is BoundLiteral { Value: { Kind: ValueKind.Number } v } && v.Number.Sign > 0 && !v.Number.IsInteger && (v.Number * 100).Scale is <= 1)
            return (v.Number * 100).ToDisplay(false, _language) + "%";
        return Write(e, Level.Product);
    }

    private string Comparison(BoundOperation o)
    {
        var (left, right) = (o.Arguments[0], o.Arguments[1]);
        var name = o.Operation.Name;
        if (name is "=" or "!=")
        {
            var isEqual = name == "=";
            if (right is BoundLiteral { Value.Kind: ValueKind.Null }) return isEqual ? Say($"没有{Write(left, Level.Operand)}", $"there is no {Write(left, Level.Operand)}") : Say($"有{Write(left, Level.Operand)}", $"there is a {Write(left, Level.Operand)}");
            if (right is BoundLiteral { Value.Kind: ValueKind.Boolean } b) return b.Value.IsTrue == isEqual ? Write(left, Level.Comparison) : Negation(left, Level.Comparison);
            var value = right is BoundLiteral literal ? LabelOf(left, literal) : Write(right, Level.Operand);
            return isEqual ? Say($"{Write(left, Level.Operand)}为{value}", $"{Write(left, Level.Operand)} is {value}") : Say($"{Write(left, Level.Operand)}不是{value}", $"{Write(left, Level.Operand)} is not {value}");
        }
        var dates = left.Type.Present == FeelType.Date;
        var (zh, en) = (name, dates) switch
        {
            ("<", false) => ("低于", "is below"),
            ("<=", false) => ("不高于", "is not above"),
            (">", false) => ("高于", "is above"),
            (">=", false) => ("不低于", "is not below"),
            ("<", true) => ("早于", "is before"),
            ("<=", true) => ("不晚于", "is not after"),
            (">", true) => ("晚于", "is after"),
            _ => ("不早于", "is not before"),
        };
        return Say($"{Write(left, Level.Sum)}{zh}{Write(right, Level.Sum)}", $"{Write(left, Level.Sum)} {en} {Write(right, Level.Sum)}");
    }

    /// <summary>A code is called by its label; any other literal by itself.</summary>
    private string LabelOf(BoundExpression left, BoundLiteral literal)
    {
        if (literal.Value.Kind != ValueKind.String) return Write(literal, Level.Operand);
        if (left.Type.Present is CodeType code && code.Attribute.Code(literal.Value.Text) is { } c) return Say($"“{c.Label.Zh}”", $"“{c.Label.En}”");
        // The name of a route or class is a key: a reader is told its label.
        if (RouteLabel(left, literal.Value.Text) is { } label) return Say($"“{label.Zh}”", $"“{label.En}”");
        return Write(literal, Level.Operand);
    }

    private LocalText? RouteLabel(BoundExpression left, string name)
    {
        if (left is BoundItem { Item: RuleItem { Kind: ItemKind.Route or ItemKind.PersonRoute } item })
            return item.Owner.Merged.Routes.FirstOrDefault(r => r.Definition.Name == name)?.Definition.Label ?? (name.Length == 0 ? new LocalText("无", "none") : null);
        // A programme's key standing in a fact, such as in a grant, is called by the programme's title.
        return left is BoundAttribute ? _titles?.Invoke(name) : null;
    }

    private string Negation(BoundExpression e, Level outer) => e switch
    {
        BoundOperation { Operation.Name: "not" } n => Write(n.Arguments[0], outer),
        BoundOperation { Operation.Name: "=" or "!=" or "<" or "<=" or ">" or ">=" } c => Write(c with { Operation = Opposite(c.Operation) }, outer),
        BoundQuantified { IsEvery: false } q => Brackets(Say($"{string.Join("、", q.Iterators.Select(Domain))}中没有一个符合：{Inside(() => Write(q.Condition, Level.Or))}",
            $"none of {string.Join(", ", q.Iterators.Select(Domain))} satisfies: {Inside(() => Write(q.Condition, Level.Or))}"), Level.Comparison, outer),
        BoundIn i when Codes(i) is { } codes => codes.Length == 1
            ? Say($"{Write(i.Value, Level.Operand)}不是{codes[0]}", $"{Write(i.Value, Level.Operand)} is not {codes[0]}")
            : Say($"{Write(i.Value, Level.Operand)}不是{string.Join("、", codes)}中的任何一种", $"{Write(i.Value, Level.Operand)} is none of {string.Join(", ", codes)}"),
        BoundLogic => Say($"不属于下列情形：（{Write(e, Level.Statement)}）", $"not ({Write(e, Level.Statement)})"),
        _ => Say($"不属于“{Write(e, Level.Operand)}”", $"not “{Write(e, Level.Operand)}”"),
    };

    /// <summary>The labels of the values that a test lists; null when it tests something else.</summary>
    private string[]? Codes(BoundIn i)
    {
        var labels = i.Tests.Select(t => t is BoundOperation { Operation.Name: "=", Arguments: [BoundLocal { Name: "?" }, BoundLiteral { Value.Kind: not ValueKind.Boolean } v] } ? LabelOf(i.Value, v) : null).ToArray();
        return labels.Any(l => l is null) ? null : [.. labels.OfType<string>()];
    }

    private static Operation Opposite(Operation comparison)
    {
        var name = comparison.Name switch { "=" => "!=", "!=" => "=", "<" => ">=", "<=" => ">", ">" => "<=", _ => "<" };
        return OperationTable.Find(name, TypingMode.Rule).First(r => r.Parameters[0].Type == comparison.Parameters[0].Type);
    }

    private string Function(BoundOperation o, Level outer)
    {
        var a = o.Arguments;
        string W(int i) => Write(a[i], Level.Operand);
        string Each() => a[0] is BoundList l ? string.Join(Say("、", ", "), l.Items.Select(x => Write(x, Level.Comparison))) : W(0);
        switch (o.Operation.Name)
        {
            case "sum":
                if (HasValues && SumWithValues(a[0]) is { } sum) return Brackets(sum, Level.Sum, outer);
                return Say($"{Each()}合计", $"the total of {Each()}");
            case "count": return Say($"{Each()}{(Each().EndsWith('的') ? "" : "的")}数量", $"the number of {Each()}");
            case "min": return Say($"{Each()}中的最小者", $"the smallest of {Each()}");
            case "max": return Say($"{Each()}中的最大者", $"the largest of {Each()}");
            case "age":
                return Say($"截至{W(1)}的周岁年龄", $"age in completed years on {W(1)}");
            case "list contains": return Brackets(Say($"{W(0)}包括{Label(a[0], a[1])}", $"{W(0)} includes {Label(a[0], a[1])}"), Level.Comparison, outer);
            case "any": return Say($"{Each()}有其一", $"any of {Each()}");
            case "all": return Say($"{Each()}全部具备", $"all of {Each()}");
            case "in": return Brackets(Say($"{W(0)}属于{W(1)}", $"{W(0)} is among {W(1)}"), Level.Comparison, outer);
            case "abs": return Say($"{W(0)}的绝对值", $"the absolute value of {W(0)}");
            case "years and months duration": return Say($"{W(0)}至{W(1)}的时长", $"the time from {W(0)} to {W(1)}");
            case "round up": return Rounded(a, Say("进位", "rounded up"));
            case "round down": return Rounded(a, Say("舍去", "rounded down"));
            case "round half up": return Rounded(a, Say("四舍五入", "rounded half up"));
            case "round half down": return Rounded(a, Say("五舍六入", "rounded half down"));
            case "decimal": return Rounded(a, Say("四舍六入五成双", "rounded half to even"));
            case "floor": return Rounded(a, Say("向下取整", "rounded down to"));
            case "ceiling": return Rounded(a, Say("向上取整", "rounded up to"));
            case "year": return Say($"{W(0)}的年份", $"the year of {W(0)}");
            default: return $"{o.Operation.Name}({string.Join(", ", a.Select(x => Write(x, Level.Statement)))})";
        }
    }

    private string Label(BoundExpression list, BoundExpression element)
    {
        if (element is BoundLiteral { Value.Kind: ValueKind.String } l && list.Type is ListType { Element: CodeType code } && code.Attribute.Code(l.Value.Text) is { } c) return Say($"“{c.Label.Zh}”", $"“{c.Label.En}”");
        return Write(element, Level.Operand);
    }

    /// <summary>The addends, when they are few and known: what a pocket calculator needs.</summary>
    private string? SumWithValues(BoundExpression list)
    {
        var value = _run!.Evaluate(list, _instance!);
        if (value.Kind != ValueKind.List || value.List.Count > 8 || value.List.HasPossible) return null;
        var parts = value.List.Items.Where(v => v.Kind != ValueKind.Number || v.Number.Sign != 0).DefaultIfEmpty(Value.Zero);
        return string.Join(" + ", parts.Select(v => Display.Of(v, _language, Display.IsMoney(list))));
    }

    private string Rounded(IReadOnlyList<BoundExpression> a, string how)
    {
        var to = a.Count > 1 && a[1] is BoundLiteral { Value: { Kind: ValueKind.Number } n } && n.Number.TryToInt32(out var scale) ? scale : 0;
        var place = to switch
        {
            2 => Say("分", "fen"),
            1 => Say("角", "jiao"),
            0 => Say("元", "yuan"),
            < 0 => Say($"10的{-to}次方元", $"10 to the power of {-to} yuan"),
            _ => Say($"小数点后{to}位", $"{to} decimals"),
        };
        return Say($"{Write(a[0], Level.Product)}（{how}到{place}）", $"{Write(a[0], Level.Product)} ({how} to {place})");
    }
}
