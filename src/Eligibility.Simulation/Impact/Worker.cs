using System.Globalization;
using System.Text;
using Eligibility.Caseload;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Impact;

/// <summary>Decides chunks with every variant, compares, counts, and writes the lines of the households. One to a thread.</summary>
internal sealed class Worker
{
    private readonly IReadOnlyList<Variant> _variants;
    private readonly IReadOnlyList<KernelPair> _kernels;
    private readonly KernelRun[] _runs;
    private readonly ProgrammeCounter[][] _programmes;
    private readonly int[][] _matching;
    private readonly bool _isComparing;
    private readonly ChangeCounter[][] _changes;
    private readonly AgeCounter[] _ages;
    private readonly Sample _sample;
    private readonly EntityColumns _persons;
    private readonly Columns.Column? _births;
    private readonly Standing[][] _standings;
    private Int128 _weight;
    private Int128 _personWeight;
    private long _households;
    private long _left;

    public Worker(IReadOnlyList<Variant> variants, IReadOnlyList<KernelPair> kernels, Layout layout, Texts texts, int verify)
    {
        _variants = variants;
        _kernels = kernels;
        Chunk = new Chunk(layout, texts.Copy());
        _runs = [.. kernels.Select(k => new KernelRun(k))];
        _programmes = [.. _runs.Select(r => r.Rules.Plan.Rules.Programmes.Select(p => new ProgrammeCounter(new Verdicts(r, p))).ToArray())];
        _standings = [.. _programmes.Select(p => new Standing[p.Length + 1])];
        _matching = [.. _programmes.Select(after => _programmes[0].Select(b => Array.FindIndex(after, a => a.Verdicts.Rules.Programme == b.Verdicts.Rules.Programme)).ToArray())];
        _isComparing = variants.Skip(1).Any(v => !v.OnlyCost);
        // One more than there are programmes: all of them together.
        _changes = [.. variants.Select(_ => _programmes[0].Append(null).Select(_ => new ChangeCounter()).ToArray())];
        _ages = [.. variants.Select(_ => new AgeCounter())];
        _sample = new Sample(verify);
        _persons = Chunk[layout.Vocabulary.Person];
        // The age of a person is that by the date which is held to a human life.
        _births = _persons.Columns.FirstOrDefault(c => c.Shape.Kind == ColumnKind.Date && c.Shape.Attribute.MaxYears is not null);
    }

    public Chunk Chunk { get; }

    public long Losers { get; private set; }

    public long Verified => _sample.Count;

    /// <summary>Decides the chunk and adds the lines of its households.</summary>
    public void Decide(StringBuilder lines)
    {
        foreach (var run in _runs) run.Run(Chunk);
        _households += Chunk.Count;
        _left += _runs[0].LeftCount;
        for (var h = 0; h < Chunk.Count; h++)
        {
            var weight = Chunk.Weights[h];
            var (from, to) = (Chunk.FirstRow(_persons.Shape.Declaration, h), Chunk.FirstRow(_persons.Shape.Declaration, h + 1));
            _weight += weight;
            _personWeight += (Int128)weight * (to - from);
            var verify = _sample.Takes(Chunk.Ids[h]);
            for (var v = 0; v < _runs.Length; v++) Decide(h, v, weight, from, to, verify);
            Write(h, weight, to - from, lines);
        }
    }

    private void Decide(int household, int v, long weight, int from, int to, bool verify)
    {
        HouseholdRun? exact = null;
        var together = new Standing(Outcome.Ineligible, 0);
        for (var p = 0; p < _programmes[v].Length; p++)
        {
            var counter = _programmes[v][p];
            var standing = counter.Count(household, weight, from, to);
            _standings[v][p] = standing;
            together = Standing.Together(together, standing);
            if (_variants[v].OnlyCost || (standing.Fen is not null && !verify)) continue;
            // What is missing only the evaluator can say; where it is asked, it must say the same.
            exact ??= _kernels[v].Exactly(Chunk, household);
            var decision = DecisionMaker.Decide(exact, counter.Verdicts.Rules);
            var (a, b) = verify ? (counter.Verdicts.Describe(household), Verdicts.Describe(decision)) : ($"{standing.Outcome} {standing.Fen}", $"{decision.Outcome} {decision.AmountIfKnown}");
            if (a != b) throw new DisagreementException(Chunk.Ids[household], counter.Verdicts.Rules.Programme, a, b);
            if (standing.Fen is not null) continue;
            foreach (var m in decision.Missing) counter.Miss($"{m.Kind}/{m.Name}", weight);
        }
        _standings[v][^1] = together;
        if (_variants[v].OnlyCost) return;
        for (var person = from; person < to; person++)
            if (_programmes[v].Any(c => c.Verdicts.Covers(person))) _ages[v].Count(BandOf(person, v), weight);
    }

    private int BandOf(int person, int v)
    {
        if (_births is null || _births.Unknown[person] || _births.None[person]) return AgeCounter.UnknownBand;
        return (int)Math.Clamp(KernelMath.Age(_births.Values[person], _variants[v].Rules.Start.Packed) / 10, 0, AgeCounter.OldestBand);
    }

    private void Write(int household, long weight, int size, StringBuilder lines)
    {
        if (!_isComparing)
        {
            for (var p = 0; p < _programmes[0].Length; p++)
            {
                var standing = _standings[0][p];
                if (standing.Outcome == Outcome.Ineligible) continue;
                Line(lines, household, weight, _programmes[0][p].Verdicts.Rules.Programme, $"{Word(standing.Outcome)},{Yuan.Of(standing.Fen)}");
            }
            return;
        }
        for (var v = 1; v < _variants.Count; v++)
        {
            if (_variants[v].OnlyCost) continue;
            var loses = false;
            for (var p = 0; p < _programmes[0].Length; p++)
            {
                var (before, after) = (_standings[0][p], AfterOf(v, p));
                var change = Standing.Of(before, after);
                _changes[v][p].Count(change, before, after, size, weight);
                loses |= change is Change.Losing or Change.Leaving;
                if (change is Change.Neither or Change.Unchanged) continue;
                Line(lines, household, weight, _programmes[0][p].Verdicts.Rules.Programme, string.Join(',', CsvText.Cell(_variants[v].Name), Word(before.Outcome), Yuan.Of(before.Fen), Word(after.Outcome),
                    Yuan.Of(after.Fen), Yuan.Of(after.Fen - before.Fen), Word(change), CsvText.Cell(Reasons(household, v, p))));
            }
            var whole = Standing.Of(_standings[0][^1], _standings[v][^1]);
            _changes[v][^1].Count(whole, _standings[0][^1], _standings[v][^1], size, weight);
            // What one programme takes another may give; where their sum is not known, whatever is taken counts.
            if (whole is Change.Losing or Change.Leaving || (whole == Change.Undetermined && loses)) Losers++;
        }
    }

    private Standing AfterOf(int v, int p) => _matching[v][p] is >= 0 and var found ? _standings[v][found] : new Standing(Outcome.Ineligible, 0);

    private void Line(StringBuilder lines, int household, long weight, string programme, string rest)
    {
        lines.Append(CsvText.Cell(Chunk.Ids[household])).Append(',').Append(Yuan.Weight(weight)).Append(',').Append(programme).Append(',').Append(rest).Append('\n');
    }

    /// <summary>The criteria that came out otherwise, and the payments that are others.</summary>
    private string Reasons(int household, int v, int p)
    {
        var (before, after) = (_programmes[0][p].Verdicts, _matching[v][p] is >= 0 and var found ? _programmes[v][found].Verdicts : null);
        if (after is null) return "programme removed";
        var reasons = new List<string>();
        foreach (var item in before.Criteria)
        {
            if (after.Criteria.FirstOrDefault(c => c.Name == item.Name && c.Entity == item.Entity) is not { } other) continue;
            var (from, to) = before.RowsOf(item, household);
            for (var row = from; row < to; row++)
            {
                var (a, b) = (before.FindingOf(item, row), after.FindingOf(other, row));
                if (a != b) reasons.Add($"{item.Label.Zh} {Word(a)}→{Word(b)}");
            }
        }
        foreach (var name in before.Payments.Concat(after.Payments).Select(i => i.Name).Distinct())
        {
            var (a, b) = (Sum(before, name, household), Sum(after, name, household));
            if (a != b) reasons.Add($"{before.Payments.Concat(after.Payments).First(i => i.Name == name).Label.Zh} {Yuan.Of((long?)a)}→{Yuan.Of((long?)b)}");
        }
        return string.Join("; ", reasons.Distinct());
    }

    private static long Sum(Verdicts verdicts, string payment, int household)
    {
        var sum = 0L;
        foreach (var item in verdicts.Payments.Where(i => i.Name == payment))
            for (var (row, to) = verdicts.RowsOf(item, household); row < to; row++) sum += verdicts.Paid(item, row);
        return sum;
    }

    private static string Word(Enum value) => Explanation.JsonText.Word(value);

    public void AddTo(Tally tally)
    {
        tally.Add("households", _households);
        tally.Add("left", _left);
        tally.Add("weight", _weight);
        tally.Add("persons", _personWeight);
        for (var v = 0; v < _variants.Count; v++)
        {
            foreach (var counter in _programmes[v]) tally.Add($"v{v}/cost", counter.Cost);
            if (_variants[v].OnlyCost) continue;
            foreach (var counter in _programmes[v]) counter.AddTo(tally, $"v{v}/{counter.Verdicts.Rules.Programme}");
            _ages[v].AddTo(tally, $"v{v}");
            if (v == 0) continue;
            for (var p = 0; p < _programmes[0].Length; p++) _changes[v][p].AddTo(tally, $"v{v}/change/{_programmes[0][p].Verdicts.Rules.Programme}");
            _changes[v][^1].AddTo(tally, $"v{v}/change/*");
        }
    }
}

/// <summary>Kernel and evaluator decided a household differently: a bug, which no result may hide.</summary>
internal sealed class DisagreementException(string household, string programme, string kernel, string evaluator)
    : Exception($"household {household}, {programme}: the kernel says [{kernel}], the evaluator [{evaluator}]");
