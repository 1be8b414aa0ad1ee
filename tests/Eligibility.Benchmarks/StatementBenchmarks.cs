using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Eligibility.Diagnostics;
using Eligibility.RuleSets;
using Eligibility.Values;
using NodaTime;

namespace Eligibility.Benchmarks;

/// <summary>
/// A statement over 100 months and its adjustments, on a rule set that is made up for this (synthetic: no law has it): a line raised every January and published in March, an
/// income test, two payments, one of which reads what was drawn before; four persons, and facts that change every ten months.
/// </summary>
[MemoryDiagnoser]
public class StatementBenchmarks
{
    private const string Vocabulary = """
        roles: { root: household, person: member, roll: { entity: grant, programme: programme, persons: persons, from: from, to: to, route: viaRoute, amount: monthlyAmount } }
        entities:
          - name: household
            label: 家庭
            attributes: [ { name: members, label: 人员, type: list, of: member }, { name: grants, label: 在册, type: list, of: grant } ]
          - name: member
            label: 成员
            key: id
            attributes: [ { name: id, label: 编号, type: string }, { name: birthDate, label: 出生日期, type: date }, { name: income, label: 月收入, type: number, unit: CNY/month } ]
          - name: grant
            label: 记录
            attributes:
              - { name: programme, label: 项目, type: string }
              - { name: persons, label: 人员编号, type: list, of: string }
              - { name: from, label: 起, type: date, mayLieAhead: true }
              - { name: to, label: 止, type: date, absent: none, mayLieAhead: true }
              - { name: viaRoute, label: 途径, type: string }
              - { name: monthlyAmount, label: 金额, type: number, unit: CNY/month }

        """;

    private const string Places = "jurisdictions: [ { code: \"000000\", name: 虚构 } ]\n";

    private static readonly YearMonth First = new(2016, 1);
    private static readonly YearMonth Last = new(2024, 4);
    private static readonly LocalDate Now = new(2024, 12, 31);

    private RuleBook _book = null!;
    private CaseFile _case = null!;
    private Decided _decided = null!;

    [GlobalSetup]
    public void Setup()
    {
        var bag = new DiagnosticBag();
        _book = RuleBook.TryLoad([Source("vocabulary.yaml", Vocabulary), Source("jurisdictions.yaml", Places), Source("000000/synthetic/2010-01-01.yaml", Rules())], bag) ?? throw new InvalidOperationException();
        if (bag.HasErrors) throw new InvalidOperationException(DiagnosticRenderer.Render(bag, Text.Language.English));
        var snapshots = Enumerable.Range(0, 10).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"{{ \"from\": \"{FeelDate.Format(new LocalDate(2016, 1, 1).PlusMonths(10 * i))}\", \"reported\": \"{FeelDate.Format(new LocalDate(2016, 1, 9).PlusMonths(10 * i))}\", \"facts\": {{ \"grants\": [], \"members\": [ {string.Join(", ", Enumerable.Range(1, 4).Select(p => $"{{ \"id\": \"{p}\", \"birthDate\": \"{1950 + (p * 11)}-03-15\", \"income\": {(p < 3 ? 300 + (10 * i) : 0)} }}"))} ] }} }}"));
        _case = CaseFile.Parse($"{{ \"snapshots\": [ {string.Join(", ", snapshots)} ] }}", _book.Vocabulary);
        // Every month was decided in its own first days, before the notice of March.
        var days = new Dictionary<YearMonth, LocalDate>();
        for (var m = First; m <= Last; m = m.PlusMonths(1)) days[m] = m.OnDayOfMonth(10);
        _decided = Decided.Amounts([.. Amounts()], days);
        if (_book.Adjust(_case, First, Last, _decided, Now, "000000").Lines.Count == 0) throw new InvalidOperationException("nothing differs");
    }

    private IEnumerable<PaidAmount> Amounts()
    {
        for (var m = First; m <= Last; m = m.PlusMonths(1))
            foreach (var p in _book.State(_case, m, m, m.OnDayOfMonth(10), "000000").Months[0].Find("synthetic")?.Payments ?? []) yield return new PaidAmount(m, "synthetic", p.Benefit, p.Person, p.Amount);
    }

    private static string Rules()
    {
        var values = string.Concat(Enumerable.Range(2010, 16).Select(y => $"      - {{ from: {y}-01-01, published: {(y == 2010 ? "2009-12-01" : $"{y}-03-15")}, value: {600 + (25 * (y - 2010))}, cite: n{y} 一 }}\n"));
        var sources = string.Concat(Enumerable.Range(2010, 16).Select(y => $"  n{y}: {{ title: 虚构的通知{y}, text: synthetic.txt, arrears: {{ onRollIn: any, months: all, cite: 二 }} }}\n"));
        return $$"""
            programme: synthetic
            jurisdiction: "000000"
            title: { zh: 虚构的测试规则, en: synthetic rules for a benchmark }
            inForce: { from: 2010-01-01 }
            published: 2009-12-01
            monthBasis: first
            sources:
              s: { title: 虚构的办法, text: synthetic.txt }
            {{sources.TrimEnd()}}
            parameters:
              - name: line
                label: 标准
                unit: CNY/person/month
                values:
            {{values.TrimEnd()}}
            derived:
              - { name: total, label: 总收入, unit: CNY/month, formula: sum(members.income), cite: s }
              - { name: perHead, label: 人均收入, unit: CNY/person/month, formula: total / count(members), cite: s }
              - { name: old, label: 老年人, per: member, formula: 'age(birthDate, month.start) >= 60', cite: s }
              - { name: drawn, label: 原金额, unit: CNY/month, formula: 'sum(grants[programme = "synthetic" and from < month.start and (to = null or to >= month.start)].monthlyAmount)', cite: s }
            criteria:
              - { name: income, label: 收入, formula: perHead < line, met: '人均 {perHead} 元，低于 {line} 元', notMet: '人均 {perHead} 元，不低于 {line} 元', cite: s }
            routes: [ { name: all, label: 全部, when: income, cite: s } ]
            payers: [ { name: desk, label: 前台 } ]
            benefits:
              - { name: basic, label: 差额, payer: desk, amount: (line - perHead) * count(members), rounding: { mode: half up, to: 0.01, cite: s }, cite: s }
              - { name: topUp, label: 增发, per: member, payer: desk, when: old, amount: 'if drawn > 0 then 50 else 40', cite: s }

            """;
    }

    private static RuleSourceFile Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), RuleDirectory.KindOf(name)!.Value);

    [Benchmark(Description = "statement of 100 months")]
    public int Statement() => _book.State(_case, First, Last, Now, "000000").Months.Count;

    [Benchmark(Description = "adjustments of 100 months, every month decided on its own day")]
    public int Adjustments() => _book.Adjust(_case, First, Last, _decided, Now, "000000").Lines.Count;

    [Benchmark(Description = "adjustments of 100 months, all decided on one day")]
    public int AdjustmentsOfOneDay() => _book.Adjust(_case, First, Last, Decided.On(new LocalDate(2024, 2, 1)), Now, "000000").Lines.Count;
}
