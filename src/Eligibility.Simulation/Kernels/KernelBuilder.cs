using Eligibility.Evaluation;
using Eligibility.Feel;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <summary>
/// Sorts what the decisions need into groups of one entity each, so that whatever a group reads of other rows stands in a group before it, and
/// compiles them. An item that no kernel can compute, and whatever reads it, is left to the evaluator with the reason.
/// </summary>
internal sealed class KernelBuilder
{
    /// <summary>Machine code for more formulas than this in one loop becomes slow.</summary>
    private const int MostFormulas = 60;

    /// <summary>The compiler of machine code keeps about a thousand variables apart.</summary>
    private const int MostVariables = 700;

    private static readonly Kernel Nothing = new(0, [], static (_, _) => { }, 0, []);

    private readonly bool _masked;
    private readonly Dictionary<RuleItem, ItemShape> _shapes = [];
    private readonly Dictionary<RuleItem, string> _reasons = [];
    private readonly HashSet<(EntityDeclaration, AttributeDeclaration)> _used = [];
    private readonly HashSet<RuleItem> _isRead = [];
    private readonly HashSet<RuleItem> _loaded = [];
    private readonly HashSet<RuleItem> _loadedNow = [];

    private KernelBuilder(MonthRules rules, Layout layout, Texts texts, bool masked)
    {
        Rules = rules;
        Layout = layout;
        Texts = texts;
        _masked = masked;
    }

    public MonthRules Rules { get; }

    public Layout Layout { get; }

    public Texts Texts { get; }

    /// <summary>Compiles the rules of a month.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="layout">How the columns lie.</param>
    /// <param name="texts">Takes the literals of the rules; it must not lose them afterwards.</param>
    /// <param name="masked">Whether facts may be unknown. Without, the kernels do not look.</param>
    public static KernelProgram Build(MonthRules rules, Layout layout, Texts texts, bool masked)
    {
        // Written once to see what is loaded of other kernels, and once more to keep that and nothing else.
        var first = new KernelBuilder(rules, layout, texts, masked);
        first.Write(null);
        return new KernelBuilder(rules, layout, texts, masked).Write(first._loaded)!;
    }

    public ItemShape? ShapeOf(RuleItem item) => _shapes.GetValueOrDefault(item);

    public string? ReasonAgainst(RuleItem item) => _reasons.GetValueOrDefault(item);

    public void Uses(EntityDeclaration entity, AttributeDeclaration attribute) => _used.Add((entity, attribute));

    /// <summary>Whether another item reads it.</summary>
    public bool IsRead(RuleItem item) => _isRead.Contains(item);

    /// <summary>Remembers that a kernel loads an item of another.</summary>
    public void Loads(RuleItem item) => _loadedNow.Add(item);

    /// <summary>Forgets what the item at hand loads: its code was taken back.</summary>
    public void Forgets() => _loadedNow.Clear();

    /// <summary>Writes all kernels, and compiles them when it is known which items they keep for each other.</summary>
    private KernelProgram? Write(HashSet<RuleItem>? keep)
    {
        foreach (var e in Layout.Vocabulary.Entities)
            foreach (var c in e.Attributes.SelectMany(a => a.Codes)) Texts.HandleOf(c.Name);
        var outputs = new Dictionary<RuleItem, OutputKind>();
        foreach (var p in Rules.Plan.Rules.Programmes)
        {
            foreach (var r in p.Routes) Texts.HandleOf(r.Name);
            foreach (var (item, kind) in OutputsOf(p)) outputs[item] = kind;
        }
        if (MeansOf(Rules) is { } income) outputs.TryAdd(income, OutputKind.Measure);
        var needed = Needed(outputs.Keys);
        foreach (var item in needed) _isRead.UnionWith(ItemOrder.DependenciesOf(item));
        var kernels = new List<Kernel>();
        var groups = new Dictionary<RuleItem, int>();
        var waiting = needed.Where(i => i.Type.Present is not ListType).ToList();
        while (waiting.Count > 0)
        {
            var group = Largest(waiting);
            var writer = new GroupWriter(this, group[0].Entity, _masked);
            var written = new List<ItemShape>();
            foreach (var item in group)
            {
                if (written.Count > 0 && writer.VariableCount > MostVariables) break;
                waiting.Remove(item);
                groups[item] = kernels.Count;
                try
                {
                    var shape = writer.Write(item, outputs.TryGetValue(item, out var kind) ? kind : null);
                    _shapes[item] = shape;
                    written.Add(shape);
                    _loaded.UnionWith(_loadedNow);
                }
                catch (NoKernelException e)
                {
                    _reasons[item] = e.Message;
                }
                _loadedNow.Clear();
            }
            if (keep is null)
            {
                kernels.Add(Nothing);
                continue;
            }
            foreach (var shape in written.Where(s => keep.Contains(s.Item))) writer.Keep(shape);
            kernels.Add(writer.Compile(written.Count));
        }
        return keep is null ? null : new KernelProgram(Rules, Layout, kernels, needed, _reasons, groups, outputs, _used);
    }

    private readonly Dictionary<RuleItem, HashSet<RuleItem>> _readBy = [];

    /// <summary>What an item reads, lists that are written out where they are read included.</summary>
    private HashSet<RuleItem> ReadBy(RuleItem item)
    {
        if (_readBy.TryGetValue(item, out var reads)) return reads;
        reads = [.. ItemOrder.DependenciesOf(item)];
        foreach (var list in reads.Where(r => r.Type.Present is ListType).ToArray()) reads.UnionWith(ReadBy(list));
        return _readBy[item] = reads;
    }

    /// <summary>Whether no version of the item's programme is in force: everything in it is unknown.</summary>
    public bool IsGapped(RuleItem item) => Rules.Gaps.ContainsKey(item.Programme);

    /// <summary>The items of one entity, in their order, that can be computed in one loop after everything before: as many as there are of the entity that has most.</summary>
    private List<RuleItem> Largest(List<RuleItem> waiting)
    {
        var best = new List<RuleItem>();
        foreach (var entity in waiting.Select(i => i.Entity).Distinct())
        {
            var group = new HashSet<RuleItem>();
            var order = new List<RuleItem>();
            foreach (var item in waiting.Where(i => i.Entity == entity))
            {
                if (order.Count == MostFormulas) break;
                if (!ReadBy(item).All(r => Done(r) || (group.Contains(r) && ReadsOnlyOfItself(item, r)))) continue;
                group.Add(item);
                order.Add(item);
            }
            if (order.Count > best.Count) best = order;
        }
        return best.Count > 0 ? best : throw new InvalidOperationException("the items wait for each other");

        bool Done(RuleItem r) => r.Type.Present is ListType || _shapes.ContainsKey(r) || _reasons.ContainsKey(r);
    }

    /// <summary>Whether an item reads another only of its own instance, not through a list.</summary>
    private static bool ReadsOnlyOfItself(RuleItem item, RuleItem other)
    {
        var reads = BoundTree.All(item.Bound).OfType<BoundItem>().ToArray();
        return reads.Where(b => b.Item == other).All(b => b.Target is BoundLocal { Slot: 0 }) && reads.All(b => b.Item.Type.Present is not ListType || !Within((RuleItem)b.Item, other));
    }

    private static bool Within(RuleItem list, RuleItem other) =>
        ItemOrder.DependenciesOf(list).Any(d => d == other || (d.Type.Present is ListType && Within(d, other)));

    private static List<RuleItem> Needed(IEnumerable<RuleItem> outputs)
    {
        var needed = new HashSet<RuleItem>();
        var open = new Stack<RuleItem>(outputs);
        while (open.TryPop(out var item))
            if (needed.Add(item))
                foreach (var other in ItemOrder.DependenciesOf(item)) open.Push(other);
        return [.. needed.OrderBy(i => i.Order)];
    }

    /// <summary>The item by which households are put in order; null where the rules have none, or not as a number of the household.</summary>
    public static RuleItem? MeansOf(MonthRules rules)
    {
        var all = rules.Plan.Rules;
        return all.Vocabulary.Report.Means is { } name
            ? all.Find(name.Programme)?.Items.FirstOrDefault(i => i.Kind == ItemKind.Derived && i.Name == name.Name && i.Entity == all.Vocabulary.Root && i.Type.Equals(FeelType.Number))
            : null;
    }

    /// <summary>What the decision of a programme reads.</summary>
    public static IEnumerable<(RuleItem Item, OutputKind Kind)> OutputsOf(ProgrammeRules p)
    {
        yield return (p.First(ItemKind.Eligible), OutputKind.Flag);
        yield return (p.First(ItemKind.Route), OutputKind.Text);
        yield return (p.First(ItemKind.Entitled), OutputKind.Flag);
        yield return (p.First(ItemKind.PersonRoute), OutputKind.Text);
        yield return (p.First(ItemKind.Payable), OutputKind.Known);
        if (p.Merged.Applies is not null) yield return (p.First(ItemKind.Applies), OutputKind.Flag);
        foreach (var item in p.Items.Where(i => i.Kind == ItemKind.Criterion)) yield return (item, OutputKind.Flag);
        foreach (var item in p.Payments) yield return (item, OutputKind.Payment);
    }
}
