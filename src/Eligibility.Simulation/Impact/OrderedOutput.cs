using Eligibility.Caseload;

namespace Eligibility.Simulation.Impact;

/// <summary>Writes what the threads bring in the order of the chunks. A thread that is far ahead waits, so that not much is held.</summary>
internal sealed class OrderedOutput(TextWriter lines, Action<CaseloadHousehold> rejections)
{
    private const int MostHeld = 64;

    private readonly Dictionary<long, (string Text, List<CaseloadHousehold> Rejected)> _held = [];
    private readonly SortedDictionary<string, long> _codes = new(StringComparer.Ordinal);
    private long _next;
    private long _rejected;
    private bool _abandoned;

    public void Put(long number, string text, List<CaseloadHousehold> rejected)
    {
        lock (_held)
        {
            while (number > _next + MostHeld && !_abandoned) Monitor.Wait(_held);
            _held[number] = (text, rejected);
            while (_held.Remove(_next, out var chunk))
            {
                lines.Write(chunk.Text);
                foreach (var h in chunk.Rejected)
                {
                    rejections(h);
                    _rejected++;
                    foreach (var code in h.Rejections.Select(r => r.Diagnostic.Code).Distinct()) _codes[code] = _codes.GetValueOrDefault(code) + 1;
                }
                _next++;
            }
            Monitor.PulseAll(_held);
        }
    }

    /// <summary>Lets nobody wait any more: something failed.</summary>
    public void Abandon()
    {
        lock (_held)
        {
            _abandoned = true;
            Monitor.PulseAll(_held);
        }
    }

    public void AddTo(Tally tally)
    {
        tally.Add("rejected", _rejected);
        foreach (var (code, households) in _codes) tally.Add($"rejected/{code}", households);
    }
}
