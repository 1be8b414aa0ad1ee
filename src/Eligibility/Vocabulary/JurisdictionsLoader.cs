using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Vocabulary;

/// <summary>Reads <c>jurisdictions.yaml</c>.</summary>
internal sealed class JurisdictionsLoader
{
    private readonly DiagnosticBag _bag;
    private readonly List<(Jurisdiction Place, MapReader Reader)> _places = [];
    private readonly Dictionary<string, (Jurisdiction Place, MapReader Reader)> _byCode = [];

    private JurisdictionsLoader(DiagnosticBag bag) => _bag = bag;

    /// <summary>The places; null, with every mistake in <paramref name="bag"/>, when there is one.</summary>
    /// <param name="name">The name that diagnostics print.</param>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="bag">Takes the mistakes.</param>
    public static Jurisdictions? Load(string name, byte[] utf8, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var places = YamlReader.Read(name, utf8, own) is { } root ? new JurisdictionsLoader(own).Read(root) : null;
        bag.AddRange(own);
        return own.HasErrors || places is null ? null : new Jurisdictions(places);
    }

    private List<Jurisdiction>? Read(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            _bag.WrongShape(MapReader.Start(node.Location), new LocalText("映射（jurisdictions: …）", "a map (jurisdictions: …)"));
            return null;
        }
        var file = new MapReader(map, _bag);
        foreach (var item in file.Maps("jurisdictions", required: true)) ReadPlace(item);
        file.Finish();
        Check();
        return [.. _places.Select(p => p.Place)];
    }

    private void ReadPlace(MapReader reader)
    {
        var (code, name) = (reader.Text("code", required: true), reader.Local("name", required: true));
        var (parent, successor) = (reader.Text("parent"), reader.Text("successor"));
        var (from, to) = (reader.Date("validFrom"), reader.Date("validTo"));
        reader.Finish();
        if (from > to) Bad(reader.ValueLocation("validTo"), "止日在起日之前", "the last day lies before the first");
        if (successor is not null && !reader.Has("validTo")) Bad(reader.ValueLocation("successor"), "有后继的地区要写 validTo", "a place with a successor has a last day: validTo");
        if (code is null || name is null) return;
        var at = reader.ValueLocation("code");
        var place = (new Jurisdiction(code, name, parent, from, to, successor), reader);
        if (!JurisdictionCode.IsValid(code)) Bad(at, $"“{code}”不是6位、9位或12位数字", $"`{code}` is not six, nine or twelve digits");
        else if (_byCode.TryAdd(code, place)) _places.Add(place);
        else _bag.DuplicateDeclaration(at, code, _byCode[code].Reader.ValueLocation("code"));
    }

    private void Check()
    {
        MapReader? top = null;
        foreach (var (place, reader) in _places)
        {
            if (place.Parent is null && top is null) top = reader;
            else if (place.Parent is null) Bad(reader.ValueLocation("code"), $"“{place.Code}”没有 parent：只有全国一级可以没有", $"`{place.Code}` has no parent: only the nation may have none");
            CheckReference(place.Parent, "parent", reader);
            CheckReference(place.Successor, "successor", reader);
        }
        var known = new HashSet<string>();
        foreach (var (place, _) in _places) CheckCycle(place, p => p.Parent, "parent", known);
        known.Clear();
        foreach (var (place, _) in _places) CheckCycle(place, p => p.Successor, "successor", known);
    }

    private void CheckReference(string? code, string key, MapReader reader)
    {
        if (code is not null && !_byCode.ContainsKey(code)) _bag.UnknownJurisdiction(reader.ValueLocation(key), code, NearestName.Find(code, _byCode.Keys));
    }

    /// <summary>Follows a place upward; <paramref name="known"/> takes what has been followed, so that a cycle is reported once.</summary>
    private void CheckCycle(Jurisdiction start, Func<Jurisdiction, string?> next, string key, HashSet<string> known)
    {
        var path = new List<string>();
        for (string? code = start.Code; code is not null && _byCode.TryGetValue(code, out var found); code = next(found.Place))
        {
            var back = path.IndexOf(code);
            if (back >= 0)
            {
                _bag.Cycle(_byCode[path[back]].Reader.ValueLocation(key), [.. path[back..], code]);
                return;
            }
            if (!known.Add(code)) return;
            path.Add(code);
        }
    }

    private void Bad(Location at, string zh, string en) => _bag.BadVocabulary(at, new LocalText(zh + "。", en + "."));
}
