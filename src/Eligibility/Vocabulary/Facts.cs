using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Text;

namespace Eligibility.Vocabulary;

/// <summary>What is known about one household. Immutable, and checked: whatever it holds the vocabulary allows.</summary>
public sealed class Facts
{
    internal const string JurisdictionKey = "jurisdiction";
    internal const string SchemaKey = "$schema";

    private readonly IReadOnlyList<IReadOnlyList<EntityRecord>> _instances;

    internal Facts(Vocabulary vocabulary, EntityRecord root, IReadOnlyList<IReadOnlyList<EntityRecord>> instances, string? jurisdiction)
    {
        Vocabulary = vocabulary;
        Root = root;
        _instances = instances;
        Jurisdiction = jurisdiction;
    }

    /// <summary>The vocabulary the facts were read with.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The code of the place whose rules are asked for; null when the facts name none.</summary>
    public string? Jurisdiction { get; }

    internal EntityRecord Root { get; }

    /// <summary>All instances of an entity, in the order of their ordinals.</summary>
    internal IReadOnlyList<EntityRecord> Instances(EntityDeclaration entity) => _instances[entity.Index];

    /// <summary>
    /// Reads facts from JSON. Anything wrong, as JSON or by the vocabulary, throws one <see cref="FactsException"/> that carries
    /// every mistake. A fact that is missing or <c>null</c> is no mistake: it is not known, unless the vocabulary says otherwise.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <param name="vocabulary">What may be said and in which words, such as a rule book's.</param>
    public static Facts Parse(string json, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json), "facts", vocabulary);
    }

    /// <summary>The same from the bytes of a file.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="name">The name that diagnostics print, usually the file's.</param>
    /// <param name="vocabulary">What may be said and in which words.</param>
    public static Facts Parse(ReadOnlySpan<byte> utf8, string name, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bag = new DiagnosticBag();
        return Read(utf8, name, vocabulary, bag) ?? throw new FactsException(bag);
    }

    /// <summary>The facts; null, with every mistake in <paramref name="bag"/>, when there is one.</summary>
    internal static Facts? Read(ReadOnlySpan<byte> utf8, string name, Vocabulary vocabulary, DiagnosticBag bag)
    {
        // A bag of its own tells the mistakes of these facts from those that the caller already has.
        var own = new DiagnosticBag();
        var root = JsonDocumentReader.Read(name, utf8, own, out var source);
        var facts = root is null ? null : Read(FactNode.From(root, source), vocabulary, own);
        bag.AddRange(own);
        return own.HasErrors ? null : facts;
    }

    /// <summary>The same from a tree, such as the facts of a scenario.</summary>
    internal static Facts? Read(FactNode root, Vocabulary vocabulary, DiagnosticBag bag)
    {
        var own = new DiagnosticBag();
        var facts = new FactsReader(vocabulary, own).Read(root);
        bag.AddRange(own);
        return own.HasErrors ? null : facts;
    }

    /// <summary>
    /// The facts as canonical JSON: keys in the vocabulary's order, numbers exact and in one spelling, facts that are not known left
    /// out. Equal facts give equal text, and the text reads back as the same facts.
    /// </summary>
    public string ToJson() => FactsWriter.Write(this);
}

/// <summary>Facts that cannot be used, with every reason.</summary>
public sealed class FactsException : Exception
{
    private const int Listed = 5;

    internal FactsException(DiagnosticBag bag)
        : base(Describe(bag))
    {
        Diagnostics = bag.Sorted();
        Cut = bag.Cut;
    }

    /// <summary>The mistakes, sorted by place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many more were found than <see cref="Diagnostics"/> lists.</summary>
    public int Cut { get; }

    private static string Describe(DiagnosticBag bag)
    {
        var lines = bag.Sorted().Take(Listed).Select(d => d.ToString()).ToList();
        var more = bag.Count + bag.Cut - lines.Count;
        return string.Join('\n', more > 0 ? [.. lines, $"and {more} more"] : lines);
    }
}
