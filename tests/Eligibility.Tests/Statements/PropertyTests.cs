using Eligibility.Tests.RuleSets;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Eligibility.Tests.Statements;

/// <summary>What holds of every statement, whatever the values, the snapshots and the days.</summary>
public class PropertyTests
{
    private static readonly Config Hundred = Config.QuickThrowOnFailure.WithMaxTest(150);

    /// <summary>A fee with a start and a day of publication in 2024, in months and days after its first.</summary>
    private sealed record Entry(int Month, int Published, int Value)
    {
        public string Yaml => $"{{ from: {FeelDate.Format(new LocalDate(2024, 1, 1).PlusMonths(Month))}, published: {FeelDate.Format(new LocalDate(2024, 1, 1).PlusDays(Published))}, value: {Value}, cite: n 一 }}";
    }

    private sealed record Snapshot(int From, int Reported, int Deposit);

    private static readonly Gen<Entry[]> Entries = from n in Gen.Choose(0, 4)
                                                   from list in Gen.ArrayOf(from m in Gen.Choose(0, 11) from p in Gen.Choose(0, 400) from v in Gen.Choose(1, 99) select new Entry(m, p, v), n)
                                                   select list.DistinctBy(e => (e.Month, e.Published)).ToArray();

    private static readonly Gen<Snapshot[]> Snapshots = from n in Gen.Choose(1, 4)
                                                        from list in Gen.ArrayOf(from f in Gen.Choose(1, 365) from r in Gen.Choose(0, 400) from d in Gen.Choose(0, 99) select new Snapshot(f, r, d), n)
                                                        select list.DistinctBy(s => (s.From, s.Reported)).ToArray();

    private static RuleBook Book(IEnumerable<Entry> entries) => Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: split\n",
        "sources: { s: { title: 章程, text: s.txt }, n: { title: 通知, text: n.txt, arrears: { onRollIn: any, months: all, cite: 二 } } }\n",
        $"parameters:\n  - name: fee\n    label: 费\n    unit: CNY/month\n    values:\n      - {{ from: 2020-01-01, published: 2019-12-01, value: 10, cite: s }}\n{string.Concat(entries.Select(e => $"      - {e.Yaml}\n"))}",
        Toy.Derived("drawn = sum(loans[service = \"lending\" and (until = null or until >= month.start)].fee)"),
        Toy.Pays("fee + deposit + (if drawn > 50 then 1 else 0)", ", rounding: { mode: half up, to: 0.01, cite: s }")));

    private static CaseFile Case(IEnumerable<Snapshot> snapshots) => Cases.Of(
    [
        ("2023-01-01", "2023-01-01", Cases.Card(0)),
        .. snapshots.Select(s => (FeelDate.Format(new LocalDate(2024, 1, 1).PlusDays(s.From)), FeelDate.Format(new LocalDate(2024, 1, 1).PlusDays(s.Reported)), Cases.Card(s.Deposit))),
    ]);

    private static string Amounts(Statement s) => string.Join(' ', s.Months.Select(m => m.Find("lending")!.AmountIfKnown?.ToString() ?? "?"));

    [Fact]
    public void A_statement_over_the_whole_is_the_statement_of_its_parts_where_the_roll_is_handed_on() =>
        Check.One(Hundred, Prop.ForAll((from e in Entries from s in Snapshots from cut in Gen.Choose(1, 11) select (e, s, cut)).ToArbitrary(), x =>
        {
            // Without a formula that reads the roll the parts stand by themselves; with one they do when the first part's grants are recorded.
            var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: split\n", "sources: { s: { title: 章程, text: s.txt }, n: { title: 通知, text: n.txt } }\n",
                $"parameters:\n  - name: fee\n    label: 费\n    unit: CNY/month\n    values:\n      - {{ from: 2020-01-01, published: 2019-12-01, value: 10, cite: s }}\n{string.Concat(x.e.Select(e => $"      - {e.Yaml}\n"))}",
                Toy.Pays("fee + deposit", ", rounding: { mode: half up, to: 0.01, cite: s }")));
            var (file, first, last, middle) = (Case(x.s), new YearMonth(2024, 1), new YearMonth(2024, 12), new YearMonth(2024, x.cut));
            var known = new LocalDate(2025, 6, 1);
            var parts = book.State(file, first, middle, known, "000000").Months.Concat(book.State(file, middle.PlusMonths(1), last, known, "000000").Months);
            Assert.Equal(Amounts(book.State(file, first, last, known, "000000")), Amounts(new Statement(known, [.. parts])));
        }));

    [Fact]
    public void What_is_published_or_reported_after_the_day_of_knowledge_alters_nothing() =>
        Check.One(Hundred, Prop.ForAll((from e in Entries from s in Snapshots from day in Gen.Choose(0, 300) select (e, s, day)).ToArbitrary(), x =>
        {
            var known = new LocalDate(2024, 1, 1).PlusDays(x.day);
            var all = Book(x.e).State(Case(x.s), new YearMonth(2024, 1), new YearMonth(2024, 12), known, "000000");
            var seen = Book(x.e.Where(e => e.Published <= x.day)).State(Case(x.s.Where(s => s.Reported <= x.day)), new YearMonth(2024, 1), new YearMonth(2024, 12), known, "000000");
            Assert.Equal(Amounts(seen), Amounts(all));
        }));

    [Fact]
    public void The_order_in_which_entries_snapshots_and_persons_stand_alters_nothing() =>
        Check.One(Hundred, Prop.ForAll((from e in Entries from s in Snapshots select (e, s)).ToArbitrary(), x =>
        {
            var a = Book(x.e).State(Case(x.s), new YearMonth(2024, 1), new YearMonth(2024, 12), new LocalDate(2025, 6, 1), "000000");
            var b = Book(x.e.Reverse()).State(Case(x.s.Reverse()), new YearMonth(2024, 1), new YearMonth(2024, 12), new LocalDate(2025, 6, 1), "000000");
            Assert.Equal(Amounts(a), Amounts(b));
        }));

    [Fact]
    public void The_order_of_persons_and_grants_alters_nothing_for_anybody() =>
        Check.One(Hundred, Prop.ForAll((from e in Entries from visits in Gen.ArrayOf(Gen.Choose(0, 90), 3) from order in Gen.Shuffle(new[] { 0, 1, 2 }) select (e, visits, order)).ToArbitrary(), x =>
        {
            var book = Toy.Book(Toy.Rules("000000/lending/2020-01-01.yaml", "published: 2019-12-01\nmonthBasis: split\n", "sources: { s: { title: 章程, text: s.txt }, n: { title: 通知, text: n.txt } }\n",
                $"parameters:\n  - name: fee\n    label: 费\n    unit: CNY/month\n    values:\n      - {{ from: 2020-01-01, published: 2019-12-01, value: 10, cite: s }}\n{string.Concat(x.e.Select(e => $"      - {e.Yaml}\n"))}",
                Toy.Derived("drawn = sum(loans[service = \"lending\" and (until = null or until >= month.start)].fee)"), Toy.Route, Toy.Payers,
                Toy.Benefit("fee + sum(visits.minutes) + (if drawn > 50 then 1 else 0)", ", per: reader, rounding: { mode: half up, to: 0.01, cite: s }")));
            string Facts(IEnumerable<int> order)
            {
                var readers = order.Select(i => $"{{ \"number\": \"{i}\", \"visits\": [ {{ \"minutes\": {x.visits[i]} }} ] }}");
                var loans = order.Select(i => $"{{ \"service\": \"reading\", \"readers\": [\"{i}\"], \"since\": \"2023-0{i + 1}-01\", \"fee\": {i} }}");
                return $"{{ \"deposit\": 0, \"loans\": [ {string.Join(", ", loans)} ], \"readers\": [ {string.Join(", ", readers)} ] }}";
            }

            string Says(IEnumerable<int> order) => string.Join("; ", book.State(CaseFile.Parse(Facts(order), book.Vocabulary), new YearMonth(2024, 1), new YearMonth(2024, 12), new LocalDate(2025, 6, 1), "000000")
                .Months.Select(m => string.Join(",", m.Find("lending")!.Payments.OrderBy(p => p.Person, StringComparer.Ordinal).Select(p => $"{p.Person} {p.Amount}"))));
            Assert.Equal(Says([0, 1, 2]), Says(x.order));
        }));

    [Fact]
    public void An_overlay_dated_in_the_future_alters_nothing_earlier() =>
        Check.One(Hundred, Prop.ForAll((from e in Entries from s in Snapshots from month in Gen.Choose(2, 11) from value in Gen.Choose(1, 99) select (e, s, month, value)).ToArbitrary(), x =>
        {
            var book = Book(x.e);
            var yaml = $"programme: lending\njurisdiction: \"000000\"\ntitle: {{ zh: 假设, en: assumed }}\nparameters: [ {{ name: fee, values: [ {{ from: 2024-{x.month:D2}-01, published: unknown, value: {x.value} }} ] }} ]\n";
            var laid = book.With([AdjustmentTests.Overlay(yaml)]);
            var (file, last) = (Case(x.s), new YearMonth(2024, x.month).PlusMonths(-1));
            var known = new LocalDate(2025, 6, 1);
            Assert.Equal(Amounts(book.State(file, new YearMonth(2024, 1), last, known, "000000")), Amounts(laid.State(file, new YearMonth(2024, 1), last, known, "000000")));
        }));

    [Fact]
    public void The_parts_of_every_difference_add_up_to_it_and_the_differences_to_that_of_two_statements() =>
        Check.One(Hundred, Prop.ForAll((from e in Entries from s in Snapshots from day in Gen.Choose(0, 300) select (e, s, day)).ToArbitrary(), x =>
        {
            var (book, file, then, now) = (Book(x.e), Case(x.s), new LocalDate(2024, 1, 1).PlusDays(x.day), new LocalDate(2025, 6, 1));
            var (first, last) = (new YearMonth(2024, 1), new YearMonth(2024, 12));
            var adjustments = book.Adjust(file, first, last, Decided.On(then), now, "000000");
            foreach (var line in adjustments.Lines) Assert.Equal(line.Now - line.Decided, Sum(line.Parts.Select(p => p.Amount)));
            var (before, after) = (Total(book.State(file, first, last, then, "000000")), Total(book.State(file, first, last, now, "000000")));
            Assert.Empty(adjustments.Open);
            Assert.Equal(after - before, Sum(adjustments.Lines.SelectMany(l => l.Parts).Select(p => p.Amount)));
        }));

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(default(Money), (sum, a) => sum + a);

    private static Money Total(Statement s) => Sum(s.Months.Select(m => m.Find("lending")!.Payable));
}
