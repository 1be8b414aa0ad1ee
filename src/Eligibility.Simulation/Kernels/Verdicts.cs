using System.Globalization;
using System.Text;
using Eligibility.Evaluation;
using Eligibility.RuleSets;
using Eligibility.Simulation.Columns;
using Eligibility.Values;
using Eligibility.Vocabulary;

namespace Eligibility.Simulation.Kernels;

/// <summary>Reads the decisions of one programme out of the columns of a run, as <see cref="DecisionMaker"/> reads them out of a household's.</summary>
internal sealed class Verdicts
{
    private readonly KernelRun _run;
    private readonly RuleItem _eligible;
    private readonly RuleItem _route;
    private readonly RuleItem _entitled;
    private readonly RuleItem _personRoute;
    private readonly RuleItem _payable;
    private readonly RuleItem? _applies;

    public Verdicts(KernelRun run, ProgrammeRules rules)
    {
        _run = run;
        Rules = rules;
        _eligible = rules.First(ItemKind.Eligible);
        _route = rules.First(ItemKind.Route);
        _entitled = rules.First(ItemKind.Entitled);
        _personRoute = rules.First(ItemKind.PersonRoute);
        _payable = rules.First(ItemKind.Payable);
        _applies = rules.Merged.Applies is null ? null : rules.First(ItemKind.Applies);
        Payments = rules.Payments;
        Criteria = [.. rules.Items.Where(i => i.Kind == ItemKind.Criterion)];
    }

    public ProgrammeRules Rules { get; }

    public IReadOnlyList<RuleItem> Payments { get; }

    public IReadOnlyList<RuleItem> Criteria { get; }

    public Outcome OutcomeOf(int household)
    {
        var c = _run[_eligible];
        return c.True[household] ? Outcome.Eligible : c.False[household] ? Outcome.Ineligible : Outcome.Undetermined;
    }

    /// <summary>The winning household route; null when there is none or it cannot be told.</summary>
    public string? RouteOf(int household) => NameOf(_route, household);

    /// <summary>Whether a person is certainly covered, by the person's row.</summary>
    public bool Covers(int person) => _run[_entitled].True[person];

    /// <summary>The fen of a payment to the instance in a row; 0 where nothing is paid, or not known.</summary>
    public long Paid(RuleItem payment, int row) => _run[payment].Fen[row];

    /// <summary>The rows of an item's instances in a household.</summary>
    public (int From, int To) RowsOf(RuleItem item, int household) => (_run.Chunk.FirstRow(item.Entity, household), _run.Chunk.FirstRow(item.Entity, household + 1));

    /// <summary>The monthly amount in fen; false when it is not known.</summary>
    public bool TryPayable(int household, out long fen)
    {
        fen = 0;
        var outcome = OutcomeOf(household);
        if (outcome == Outcome.Undetermined) return false;
        var complete = outcome != Outcome.Eligible || _run[_payable].Known[household];
        foreach (var item in Payments)
        {
            var columns = _run[item];
            var (from, to) = RowsOf(item, household);
            for (var row = from; row < to; row++)
            {
                complete &= columns.Known[row];
                fen += columns.Fen[row];
            }
        }
        return complete;
    }

    public FindingOutcome FindingOf(RuleItem criterion, int row) =>
        _run[criterion].True[row] ? FindingOutcome.Met : _run[criterion].False[row] ? FindingOutcome.NotMet : FindingOutcome.Unknown;

    /// <summary>Whether anything is said of the criteria: not where no version is in force, or the programme does not apply.</summary>
    public bool HasFindings(int household) => !_run.Rules.Gaps.ContainsKey(Rules.Programme) && (_applies is null || !_run[_applies].False[household]);

    private string? NameOf(RuleItem item, int row) => _run[item].Known[row] && _run[item].Value[row] is not Texts.Empty and var handle ? _run.Chunk.Texts[handle] : null;

    /// <summary>Everything that must be equal by kernel and evaluator, in one line.</summary>
    public string Describe(int household)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{OutcomeOf(household)} route={RouteOf(household)}");
        var (from, to) = RowsOf(_entitled, household);
        for (var row = from; row < to; row++)
            if (Covers(row)) line.Append(CultureInfo.InvariantCulture, $" covered[{row - from}]={NameOf(_personRoute, row)}");
        foreach (var item in Payments)
        {
            var (first, end) = RowsOf(item, household);
            for (var row = first; row < end; row++)
                if (_run[item].Known[row] && Paid(item, row) != 0) line.Append(CultureInfo.InvariantCulture, $" {item.Name}[{row - first}]={Paid(item, row)}");
        }
        line.Append(TryPayable(household, out var fen) ? $" payable={fen}" : " payable=?");
        if (!HasFindings(household)) return line.ToString();
        foreach (var item in Criteria)
        {
            var (first, end) = RowsOf(item, household);
            for (var row = first; row < end; row++) line.Append(CultureInfo.InvariantCulture, $" {item.Name}={FindingOf(item, row)}");
        }
        return line.ToString();
    }

    /// <summary>The same of a decision of the evaluator.</summary>
    public static string Describe(Decision d)
    {
        var persons = d.Run.Facts.Instances(d.Run.Facts.Vocabulary.Person);
        int Position(string? key)
        {
            for (var i = 0; i < persons.Count; i++)
                if (DecisionMaker.KeyOf(persons[i]) == key) return i;
            return 0;
        }

        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{d.Outcome} route={d.Route}");
        foreach (var c in d.Covered) line.Append(CultureInfo.InvariantCulture, $" covered[{Position(c.Person)}]={c.Route}");
        foreach (var p in d.Payments) line.Append(CultureInfo.InvariantCulture, $" {p.Benefit}[{Position(p.Person)}]={(p.Amount.Yuan * 100)}");
        line.Append(d.AmountIfKnown is { } amount ? $" payable={amount.Yuan * 100}" : " payable=?");
        foreach (var f in d.Findings) line.Append(CultureInfo.InvariantCulture, $" {f.Criterion}={f.Outcome}");
        return line.ToString();
    }
}
