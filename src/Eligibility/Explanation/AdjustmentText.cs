using System.Text;
using Eligibility.Text;
using Eligibility.Values;

namespace Eligibility.Explanation;

/// <summary>What is owed or overpaid, as a table for whoever decides, with the reason of every part.</summary>
public sealed class AdjustmentText
{
    private readonly Adjustments _adjustments;
    private readonly Words _words;
    private readonly StringBuilder _text = new();

    private AdjustmentText(Adjustments adjustments, Language language)
    {
        _adjustments = adjustments;
        _words = new Words(language);
    }

    /// <summary>The text. Lines end in LF.</summary>
    public static string Write(Adjustments adjustments, Language language)
    {
        ArgumentNullException.ThrowIfNull(adjustments);
        var text = new AdjustmentText(adjustments, language);
        text.Write();
        return text._text.ToString();
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private string Figure(Money m, bool signed = false) => (signed && m.Yuan.Sign > 0 ? "+" : "") + m.Yuan.ToDisplay(true, _words.Language);

    private void Write()
    {
        var a = _adjustments;
        var (from, to, known) = (FeelDate.Format(a.From), FeelDate.Format(a.To), FeelDate.Format(a.KnownAt));
        Line(_words.Say($"{from} 至 {to} 的差额　按{known}所知", $"Differences of {from} to {to}, as known on {known}"));
        foreach (var assumption in a.Assumptions) Line(_words.Assumption(assumption));
        if (a.Lines.Count == 0 && a.Open.Count == 0) Line(_words.Say("  没有差额。", "  None."));
        foreach (var programme in a.Lines.GroupBy(l => l.Programme, StringComparer.Ordinal)) Write(programme.ToArray());
        if (a.Lines.Count > 0) Totals();
        Open();
        foreach (var n in a.NewlyEligible)
        {
            Line();
            Line(_words.Say($"当时不符合、现在可能符合，应当主动告知（不补发）：{n.Title.Zh}　{Months(n.Months)}", $"Refused then, may qualify now and should be told (nothing is owed): {n.Title.En}, {Months(n.Months)}"));
        }
    }

    private void Write(AdjustmentLine[] lines)
    {
        Line();
        Line(_words.Say("■ ", "■ ") + _words.Say(lines[0].Title));
        var table = new TextTable(false, false, false, true, true, true, false);
        table.Row(_words.Say("月份", "month"), _words.Say("待遇", "payment"), _words.Say("人员", "person"), _words.Say("原定", "decided"), _words.Say("现应", "now"), _words.Say("差额", "difference"), _words.Say("原因和处理", "cause and what follows"));
        foreach (var l in lines)
        {
            var first = true;
            foreach (var p in l.Parts)
            {
                table.Row(first ? FeelDate.Format(l.Month) : "", first ? _words.Say(l.Label) : "", first ? l.PersonName ?? "" : "", first ? Figure(l.Decided) : "", first ? Figure(l.Now) : "", Figure(p.Amount, signed: true), Why(p));
                first = false;
            }
        }
        table.WriteTo(_text);
    }

    private string Why(DifferencePart p)
    {
        var cause = p.Cause switch
        {
            DifferenceCause.Law => _words.Say("规定", "law"),
            DifferenceCause.Value => _words.Say("标准", "value"),
            DifferenceCause.Facts => _words.Say("事实", "facts"),
            _ => _words.Say("更正", "correction"),
        };
        var day = p.KnownOn is { } known ? _words.Say($"（{FeelDate.Format(known)}公布或报告）", $" (known from {FeelDate.Format(known)})") : "";
        return $"{cause}{day}{_words.Colon}{Standing(p.Standing)}{_words.Say("，", ", ")}{_words.Say(p.Reason)}{_words.Cites(p.Cites)}";
    }

    private string Standing(DifferenceStanding standing) => standing switch
    {
        DifferenceStanding.Owed => _words.Say("补发", "owed"),
        DifferenceStanding.Overpaid => _words.Say("退回", "overpaid"),
        DifferenceStanding.Information => _words.Say("仅供参考", "for information"),
        _ => _words.Say("待定", "open"),
    };

    private void Totals()
    {
        Line();
        foreach (var standing in Enum.GetValues<DifferenceStanding>())
            if (_adjustments.Lines.Any(l => l.Parts.Any(p => p.Standing == standing))) Line($"  {Standing(standing)} {Figure(_adjustments.Sum(standing))}{_words.Say(" 元", " yuan")}");
        foreach (var note in _adjustments.Lines.SelectMany(l => l.Parts).Select(p => p.Note).OfType<LocalText>().Distinct()) Line(_words.Say("  补发规定的理解：", "  How the clause is read: ") + _words.Say(note));
        Line(_words.Say("  差额单独列示，不从以后月份的金额中抵扣。", "  Differences stand by themselves: nothing is set off against later months."));
    }

    private void Open()
    {
        if (_adjustments.Open.Count == 0) return;
        Line();
        Line(_words.Say("不能确定的月份", "Months that cannot be told"));
        foreach (var group in _adjustments.Open.GroupBy(o => (o.Programme, Missing: string.Join(_words.Say("；", "; "), o.Missing.Select(m => _words.Say(m.Text))))))
            Line($"  {_words.Say(group.First().Title)}{_words.Say("　", ", ")}{Months([.. group.Select(o => o.Month)])}{_words.Say("：缺少", ": missing ")}{group.Key.Missing}");
    }

    private string Months(IReadOnlyList<NodaTime.YearMonth> months) => string.Join(_words.Say("、", ", "), months.Select(FeelDate.Format));
}
