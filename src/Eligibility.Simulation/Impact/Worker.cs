using System.Text;
using Eligibility.Evaluation;
using Eligibility.Simulation.Columns;
using Eligibility.Simulation.Kernels;
using Eligibility.Text;

namespace Eligibility.Simulation.Impact;

/// <summary>Decides chunks with every variant, compares, counts, and writes the lines of the households. One to a thread.</summary>
internal sealed class Worker
{
    private readonly IReadOnlyList<Variant> _variants;
    private readonly IReadOnlyList<KernelPair> _kernels;
    private readonly KernelRun[] _runs;
    private readonly ProgrammeCounter[][] _programmes;
    private readonly Comparison?[] _comparisons;
    private readonly ArrearsCounter?[] _arrears;
    private readonly bool _isComparing;
    private readonly AgeCounter[] _ages;
    private readonly Sample _sample;
    private readonly EntityColumns _persons;
    private readonly Columns.Column? _births;
    private readonly Standing[][] _standings;
    private readonly SplitCounters _splits;
    private readonly Share[] _shares;
    private readonly AgeCounter _everybody = new();
    private Int128 _weight;
    private Int128 _personWeight;
    private long _households;
    private long _left;

    public Worker(IReadOnlyList<Variant> variants, IReadOnlyList<KernelPair> kernels, Layout layout, Texts texts, int verify, Language language)
    {
        _variants = variants;
        _kernels = kernels;
        Chunk = new Chunk(layout, texts.Copy());
        _runs = [.. kernels.Select(k => new KernelRun(k))];
        _programmes = [.. _runs.Select(r => r.Rules.Plan.Rules.Programmes.Select(p => new ProgrammeCounter(new Verdicts(r, p), r.Rules.Gaps.ContainsKey(p.Programme), LineReader.Of(p, r.Rules, Chunk))).ToArray())];
        _standings = [.. _programmes.Select(p => new Standing[p.Length])];
        _comparisons = [.. variants.Select((v, i) => i == 0 || v.OnlyCost || v.IsAlone ? null : new Comparison(v, _programmes[0], _programmes[i], language))];
        _arrears = [.. variants.Select((v, i) => v.Back is { } back ? new ArrearsCounter(v, _programmes[back.Before], _programmes[i]) : null)];
        _isComparing = _comparisons.Any(c => c is not null);
        _ages = [.. variants.Select(_ => new AgeCounter())];
        _shares = new Share[variants.Count];
        _splits = new SplitCounters(layout, [.. Enumerable.Range(0, variants.Count).Where(v => !variants[v].OnlyCost && !variants[v].IsAlone)]);
        _sample = new Sample(verify);
        _persons = Chunk[layout.Vocabulary.Person];
        // The age of a person is that by the date which is held to a human life.
        _births = _persons.Columns.FirstOrDefault(c => c.Shape.Kind == ColumnKind.Date && c.Shape.Attribute.MaxYears is not null);
    }

    public Chunk Chunk { get; }

    public long Losers => _comparisons.Sum(c => c?.Losers ?? 0);

    public long Verified => _sample.Count;

    /// <summary>Decides the chunk and adds the lines of its households.</summary>
    public void Decide(StringBuilder lines)
    {
        foreach (var run in _runs) run.Run(Chunk);
        _households += Chunk.Count;
        _left += _runs[0].LeftCount;
        for (var row = 0; row < Chunk.Count; row++)
        {
            var h = new Household(row, Chunk.Ids[row], Chunk.Weights[row], Chunk.FirstRow(_persons.Shape.Declaration, row), Chunk.FirstRow(_persons.Shape.Declaration, row + 1));
            _weight += h.Weight;
            _personWeight += (Int128)h.Weight * h.Size;
            var verify = _sample.Takes(h.Id);
            for (var v = 0; v < _runs.Length; v++) Decide(h, v, verify);
            for (var v = 0; v < _runs.Length; v++)
                if (_comparisons[v] is { } comparison) _shares[v] = _shares[v] with { Change = comparison.Compare(h, _standings[0], _standings[v], lines) };
            for (var v = 0; v < _runs.Length; v++)
                if (_variants[v].Back is { } back) _arrears[v]!.Count(h, _standings[back.Before], _standings[v], Chunk, _kernels[back.Before], _kernels[v]);
            for (var person = h.FirstPerson; person < h.EndPerson; person++) _everybody.Count(BandOf(person, 0), h.Weight);
            _splits.Count(Chunk, h, _runs[0].MeansOf(row), _shares);
            if (!_isComparing) Write(h, lines);
        }
    }

    private void Decide(Household h, int v, bool verify)
    {
        HouseholdRun? exact = null;
        var paid = 0L;
        for (var p = 0; p < _programmes[v].Length; p++)
        {
            var counter = _programmes[v][p];
            var standing = counter.Count(h, ref paid);
            _standings[v][p] = standing;
            if (_variants[v].OnlyCost || !(verify || (standing.Fen is null && AsksWhy(v, counter)))) continue;
            // What is missing only the evaluator can say; where it is asked, it must say the same.
            exact ??= _kernels[v].Exactly(Chunk, h.Row);
            var decision = DecisionMaker.Decide(exact, counter.Verdicts.Rules);
            var (a, b) = verify ? (counter.Verdicts.Describe(h.Row), Verdicts.Describe(decision)) : ($"{standing.Outcome} {standing.Fen}", $"{decision.Outcome} {decision.AmountIfKnown}");
            if (a != b) throw new DisagreementException(h.Id, counter.Verdicts.Rules.Programme, a, b);
            if (standing.Fen is not null || !AsksWhy(v, counter)) continue;
            foreach (var m in decision.Missing) counter.Miss($"{m.Kind}/{m.Name}", h.Weight);
        }
        if (_variants[v].OnlyCost) return;
        var covered = 0;
        for (var person = h.FirstPerson; person < h.EndPerson; person++)
        {
            if (!Covers(_programmes[v], person)) continue;
            covered++;
            _ages[v].Count(BandOf(person, v), h.Weight);
        }
        _shares[v] = new Share(paid, covered, null);
    }

    private static bool Covers(ProgrammeCounter[] programmes, int person)
    {
        foreach (var p in programmes)
            if (p.Verdicts.Covers(person)) return true;
        return false;
    }

    /// <summary>Whether what is missing is not known already: because no rules are in force, or from the rules as they are.</summary>
    private bool AsksWhy(int v, ProgrammeCounter counter) => !counter.IsGapped && (v == 0 || _variants[v].IsAlone || _variants[v].Touched.Contains(counter.Verdicts.Rules.Programme));

    private int BandOf(int person, int v)
    {
        if (_births is null || _births.Unknown[person] || _births.None[person]) return AgeCounter.UnknownBand;
        return (int)Math.Clamp(KernelMath.Age(_births.Values[person], _variants[v].Rules.Start.Packed) / 10, 0, AgeCounter.OldestBand);
    }

    private void Write(Household h, StringBuilder lines)
    {
        for (var p = 0; p < _programmes[0].Length; p++)
        {
            var standing = _standings[0][p];
            if (standing.Outcome == Outcome.Ineligible || _programmes[0][p].IsGapped) continue;
            HouseholdLine.Write(lines, h, _programmes[0][p].Verdicts.Rules.Programme, $"{Explanation.JsonText.Word(standing.Outcome)},{Yuan.Of(standing.Fen)}");
        }
    }

    public void AddTo(Tally tally)
    {
        tally.Add("households", _households);
        tally.Add("left", _left);
        tally.Add("weight", _weight);
        tally.Add("persons", _personWeight);
        _everybody.AddTo(tally, "all");
        _splits.AddTo(tally);
        for (var v = 0; v < _variants.Count; v++)
        {
            foreach (var counter in _programmes[v]) tally.Add($"v{v}/cost", counter.Cost);
            _arrears[v]?.AddTo(tally);
            if (_variants[v].OnlyCost) continue;
            foreach (var counter in _programmes[v]) counter.AddTo(tally, $"v{v}/{counter.Verdicts.Rules.Programme}");
            _ages[v].AddTo(tally, $"v{v}");
            _comparisons[v]?.AddTo(tally, $"v{v}");
        }
    }
}

/// <summary>Kernel and evaluator decided a household differently: a bug, which no result may hide.</summary>
internal sealed class DisagreementException(string household, string programme, string kernel, string evaluator)
    : Exception($"household {household}, {programme}: the kernel says [{kernel}], the evaluator [{evaluator}]");
