using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <summary>
/// Decides chunk after chunk with one month's rules: by kernels, and by the evaluator what they leave. Its columns hold the decisions of the
/// last chunk. Used by one thread at a time.
/// </summary>
internal sealed class KernelRun
{
    private readonly KernelPair _pair;
    private readonly ItemColumns[] _items;
    private readonly Dictionary<Kernel, object[]> _arguments = [];
    private bool[] _left = [];

    public KernelRun(KernelPair pair)
    {
        _pair = pair;
        _items = [.. Enumerable.Range(0, pair.Rules.Plan.Rules.Order.Count).Select(_ => new ItemColumns())];
    }

    public MonthRules Rules => _pair.Rules;

    /// <summary>The decisions' columns, by an item's place in the order.</summary>
    public ItemColumns this[RuleItem item] => _items[item.Order];

    /// <summary>How many households of the last chunk the evaluator decided, in whole or in part.</summary>
    public int LeftCount { get; private set; }

    /// <summary>Whether the evaluator decided a household of the last chunk because kernels left it.</summary>
    public bool IsLeft(int household) => _left[household];

    public Chunk Chunk { get; private set; } = null!;

    /// <summary>The income by which a household of the last chunk is put in order, in whole fen; null where it is not known or the rules have none.</summary>
    public long? MeansOf(int household) => _pair.Means is { } item && _items[item.Order].Known[household] ? _items[item.Order].Fen[household] : null;

    /// <summary>Decides every household of a chunk.</summary>
    public void Run(Chunk chunk)
    {
        Chunk = chunk;
        Compute(chunk);
        var program = _pair.For(chunk);
        var byEvaluator = program.Rules.Plan.Rules.Programmes.Where(p => program.ReasonAgainst(p) is not null).ToArray();
        LeftCount = 0;
        for (var h = 0; h < chunk.Count; h++)
        {
            if (!_left[h] && byEvaluator.Length == 0) continue;
            LeftCount++;
            var run = _pair.Exactly(chunk, h);
            foreach (var p in _left[h] ? Rules.Plan.Rules.Programmes : byEvaluator)
                foreach (var (item, kind) in KernelBuilder.OutputsOf(p)) Take(run, item, kind, h);
            if (_left[h] && _pair.Means is { } income) Take(run, income, OutputKind.Measure, h);
        }
    }

    /// <summary>Runs the kernels only.</summary>
    public void Compute(Chunk chunk)
    {
        Chunk = chunk;
        var program = _pair.For(chunk);
        if (_left.Length < chunk.Count) _left = new bool[chunk.Count];
        for (var h = 0; h < chunk.Count; h++) _left[h] = chunk.IsForEvaluator(h);
        foreach (var buffer in program.OutputBuffers) _items[buffer.Index].Reserve(buffer, Math.Max(1, chunk.Entities[buffer.Entity].Count));
        foreach (var kernel in program.Kernels)
        {
            var arguments = _arguments.TryGetValue(kernel, out var a) ? a : _arguments[kernel] = new object[kernel.Buffers.Count];
            for (var i = 0; i < arguments.Length; i++) arguments[i] = ArrayOf(chunk, kernel.Buffers[i]);
            foreach (var (buffer, value) in kernel.Fills) Fill(ArrayOf(chunk, buffer), value, chunk.Entities[kernel.Entity].Count);
            kernel.Run(arguments, chunk.Entities[kernel.Entity].Count);
        }
    }

    private static void Fill(Array array, object value, int rows)
    {
        if (value is bool flag) ((bool[])array).AsSpan(0, rows).Fill(flag);
        else ((long[])array).AsSpan(0, rows).Fill((long)value);
    }

    private Array ArrayOf(Chunk chunk, Buffer b)
    {
        var entity = chunk.Entities[b.Entity];
        return b.Kind switch
        {
            BufferKind.Values => entity.Columns[b.Index].Values,
            BufferKind.Elements => entity.Columns[b.Index].Elements,
            BufferKind.Flags => entity.Columns[b.Index].Flags,
            BufferKind.Unknown => entity.Columns[b.Index].Unknown,
            BufferKind.None => entity.Columns[b.Index].None,
            BufferKind.Parent => entity.Parent,
            BufferKind.Root => entity.Root,
            BufferKind.First => entity.First,
            BufferKind.Left => _left,
            _ => _items[b.Index].Reserve(b, Math.Max(1, entity.Count)),
        };
    }

    /// <summary>Puts what the evaluator says of a household where a kernel would have put it.</summary>
    private void Take(HouseholdRun run, RuleItem item, OutputKind kind, int household)
    {
        var (columns, row) = (_items[item.Order], Chunk.FirstRow(item.Entity, household));
        foreach (var instance in run.Instances(item))
        {
            var value = run[item, instance];
            switch (kind)
            {
                case OutputKind.Flag:
                    columns.True[row] = value.IsTrue;
                    columns.False[row] = !value.IsTrue && !value.IsUnknown;
                    break;
                case OutputKind.Text:
                    columns.Value[row] = value.Kind == ValueKind.String ? Chunk.Texts.HandleOf(value.Text) : Texts.Empty;
                    columns.Known[row] = !value.IsUnknown;
                    break;
                case OutputKind.Known:
                    columns.Known[row] = !value.IsUnknown;
                    break;
                case OutputKind.Measure:
                    var whole = value.Kind == ValueKind.Number ? (value.Number * Number.FromFraction(100, 1)).Floor() : Number.Zero;
                    columns.Known[row] = value.Kind == ValueKind.Number & Layout.TryFixed(whole, 0, 62, out var measure);
                    columns.Fen[row] = measure;
                    break;
                default:
                    var paid = FenOf(value, out var fen);
                    columns.Known[row] = paid;
                    columns.Fen[row] = fen;
                    break;
            }
            row++;
        }
    }

    /// <summary>Fen; false for what is no payment: unknown, negative, or not whole fen.</summary>
    private static bool FenOf(Value value, out long fen)
    {
        fen = 0;
        return value.Kind == ValueKind.Number && value.Number.Sign >= 0 && Layout.TryFixed(value.Number, 2, 62, out fen);
    }
}

/// <summary>The kernels of a month's rules, for chunks with and without unknown facts.</summary>
internal sealed class KernelPair
{
    private readonly KernelProgram _masked;
    private readonly Lazy<KernelProgram> _plain;
    private readonly bool _always;

    /// <param name="rules">The rules of the month.</param>
    /// <param name="layout">How the columns lie.</param>
    /// <param name="texts">Takes the literals.</param>
    /// <param name="alwaysMasked">Whether chunks without unknowns are computed as if they had some: for measuring and testing.</param>
    public KernelPair(MonthRules rules, Layout layout, Texts texts, bool alwaysMasked = false)
    {
        Rules = rules;
        // Every text that either may name, before threads take their copies of the table.
        foreach (var item in rules.Plan.Rules.Order)
            foreach (var literal in BoundTree.All(item.Bound).OfType<BoundLiteral>()) Keep(literal.Value, texts);
        foreach (var p in rules.Parameters)
            foreach (var value in p.ByKey?.Values ?? [p.Plain]) Keep(value, texts);
        _masked = KernelBuilder.Build(rules, layout, texts, masked: true);
        var known = texts.Snapshot();
        var count = known.Count;
        // Compiled when the first chunk without unknowns comes, which in most caseloads is never.
        _plain = new Lazy<KernelProgram>(() =>
        {
            var program = KernelBuilder.Build(rules, layout, known, masked: false);
            // What can be computed with unknowns can be without; a text that is new would be unknown to the chunks.
            return known.Count == count && program.Reasons.Keys.All(_masked.Reasons.ContainsKey) ? program : throw new InvalidOperationException("the kernels without unknowns differ from those with them");
        });
        _always = alwaysMasked;
        Means = KernelBuilder.MeansOf(rules) is { } income && !_masked.Reasons.ContainsKey(income) ? income : null;
    }

    public MonthRules Rules { get; }

    /// <summary>Turns facts into those of the rules' own vocabulary, where that is another object than the caseload's.</summary>
    public Func<Facts, Facts> Own { get; init; } = static facts => facts;

    /// <summary>A household as the evaluator decides it.</summary>
    public HouseholdRun Exactly(Chunk chunk, int household) => new(Rules, Own(chunk.FactsOf(household)));

    public KernelProgram For(Chunk chunk) => _always || _masked.MeetsUnknowns(chunk) ? _masked : _plain.Value;

    public string? ReasonAgainst(ProgrammeRules p) => _masked.ReasonAgainst(p) ?? _plain.Value.ReasonAgainst(p);

    /// <summary>The item that households are put in order by; null where there is none, or no kernel computes it.</summary>
    public RuleItem? Means { get; }

    /// <summary>How many formulas the decisions need.</summary>
    public int Formulas => _masked.Needed.Count;

    /// <summary>The items that no kernel computes.</summary>
    public IReadOnlyList<RuleItem> OneByOne => [.. _masked.Needed.Where(_masked.Reasons.ContainsKey)];

    public IEnumerable<string> Explain() => _masked.Explain();

    private static void Keep(Value value, Texts texts)
    {
        if (value.Kind == ValueKind.String) texts.HandleOf(value.Text);
        else if (value.Kind == ValueKind.List)
            foreach (var item in value.List.Items) Keep(item, texts);
    }
}
