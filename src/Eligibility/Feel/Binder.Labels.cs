using Eligibility.Text;
using Eligibility.Vocabulary;

namespace Eligibility.Feel;

/// <content>Chinese labels in place of keys: a label is a name only where nothing else along the scope has it.</content>
internal sealed partial class Binder
{
    /// <summary>The keys of everything along the scope that has this label.</summary>
    private List<string> LabelledInScope(string label)
    {
        var keys = new List<string>();
        for (var scope = _scope; scope is not null; scope = scope.Outer)
        {
            if (scope is VariableScope v && v.Name == label) keys.Add(v.Name);
            for (var d = (scope as EntityScope)?.Declaration; d is not null; d = d.Parent) keys.AddRange(LabelledOn(d, label));
        }
        keys.AddRange(_environment.Labelled(null, label));
        // An inner scope may lie on the same entities as an outer one.
        return [.. keys.Distinct()];
    }

    private IEnumerable<string> LabelledOn(EntityDeclaration d, string label) =>
        [.. d.Attributes.Where(a => a.Label.Zh == label).Select(a => $"{d.Name}.{a.Name}"), .. _environment.Labelled(d, label).Select(k => $"{d.Name}.{k}")];

    /// <summary>Whether a name is a label that several things have, which is reported.</summary>
    private bool IsAmbiguous(string name, TextSpan span, IReadOnlyList<string> keys)
    {
        if (keys.Count < 2) return false;
        _bag.AmbiguousLabel(At(span), name, keys);
        return true;
    }

    /// <summary>Tells whoever asks which name stands here.</summary>
    private void Note(BoundExpression found, TextSpan span, Func<string, IEnumerable<string>> labelled)
    {
        if (_environment.Uses is not { } uses) return;
        var (key, label) = found switch
        {
            BoundAttribute a => (a.Attribute.Name, a.Attribute.Label.Zh),
            BoundItem i => (i.Item.Name, i.Item.Label.Zh),
            BoundParameter p => (p.Parameter.Name, p.Parameter.Label.Zh),
            _ => ("", ""),
        };
        if (key.Length == 0) return;
        var written = Written(span);
        // What the engine makes, such as `covered`, is exposed under a name that is not its own, and has no label by which it is found.
        var isOnly = Labels.IsName(label) && labelled(label).ToArray() is [var only] && (only == key || only.EndsWith("." + key, StringComparison.Ordinal));
        uses.Add(new NameUse(At(span), char.IsAscii(written[0]) ? written : key, isOnly ? label : null));
    }
}
