using Eligibility.Feel;
using Eligibility.Text;
using Eligibility.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Eligibility.Tests.Feel;

/// <summary>
/// Makes random trees such as the parser can give, with empty spans. Free names are among <see cref="Names"/>; whoever reads the
/// printed text again passes them as the names in scope.
/// </summary>
internal static class SyntaxGenerator
{
    /// <summary>Names that are used as variables: plain ones, Chinese ones, ones of several words and with signs.</summary>
    public static readonly IReadOnlyList<string> Names = ["a", "b", "低保标准", "_x1", "date", "time", "Monthly Salary", "net-pay", "string length", "𠀀"];

    private static readonly string[] Keys = ["a", "key", "收入", "two words", "5", "a\"b", "if", ""];
    private static readonly string[] Texts = ["", "rural", "农村", "a\"b", "c\\d", "line\nline", "\t", "🐎", "'", "\u200B", "\u0001"];
    private static readonly string[] Types = ["number", "string", "years and months duration", "list", "range", "context", "function", "t.item"];

    private static readonly TextSpan None = new(0, 0);

    /// <summary>Trees of growing size.</summary>
    public static Arbitrary<ExpressionSyntax> Trees() => Arb.From(Gen.Sized(size => Expression(Math.Min(size, 60))));

    private static Gen<ExpressionSyntax> Expression(int size) => size <= 1 ? Leaf() : Gen.Frequency(
        (2, Leaf()),
        (8, Operation(size - 1)),
        (4, Access(size - 1)),
        (4, Collection(size - 1)),
        (3, Construct(size - 1)));

    private static Gen<ExpressionSyntax> Leaf() => Gen.OneOf<ExpressionSyntax>(
        Gen.Choose(0, 100_000).Select(n => (ExpressionSyntax)new NumberSyntax(None, Parse($"{n / 100}.{n % 100:00}"))),
        Gen.Elements(Texts).Select(t => (ExpressionSyntax)new StringSyntax(None, t)),
        Gen.Elements(true, false).Select(b => (ExpressionSyntax)new BooleanSyntax(None, b)),
        Gen.Constant((ExpressionSyntax)new NullSyntax(None)),
        Gen.Elements("2024-08-31", "P1Y").Select(t => (ExpressionSyntax)new AtLiteralSyntax(None, t)),
        Name().Select(n => (ExpressionSyntax)new NameSyntax(None, n)));

    private static Gen<ExpressionSyntax> Operation(int size) => Gen.OneOf<ExpressionSyntax>(
        Part(size).Select(e => (ExpressionSyntax)new NegationSyntax(None, e)),
        from op in Gen.Elements(Enum.GetValues<BinaryOperator>())
        from left in Part(size)
        from right in Part(size)
        select (ExpressionSyntax)new BinarySyntax(None, op, None, left, right),
        from value in Part(size)
        from low in Part(size)
        from high in Part(size)
        select (ExpressionSyntax)new BetweenSyntax(None, value, low, high),
        from value in Part(size)
        from tests in Some(Gen.OneOf(Part(size), Test(size)), 1)
        select (ExpressionSyntax)new InSyntax(None, value, tests),
        Test(size),
        from value in Part(size)
        from type in Type(2)
        select (ExpressionSyntax)new InstanceOfSyntax(None, value, type));

    private static Gen<ExpressionSyntax> Access(int size) => Gen.OneOf<ExpressionSyntax>(
        from target in Part(size)
        from name in Name()
        select (ExpressionSyntax)new PathSyntax(None, target, name, None),
        from target in Part(size)
        from condition in Part(size)
        select (ExpressionSyntax)new FilterSyntax(None, target, condition),
        from target in Part(size).Where(t => t is not (NumberSyntax or StringSyntax or BooleanSyntax or NullSyntax or AtLiteralSyntax))
        from arguments in Some(Part(size), 0)
        from named in Gen.Elements(true, false)
        select (ExpressionSyntax)new CallSyntax(None, target, [.. arguments.Select((a, i) => new ArgumentSyntax(None, named ? $"p {i}" : null, a))], None));

    private static Gen<ExpressionSyntax> Collection(int size) => Gen.OneOf<ExpressionSyntax>(
        Some(Part(size), 0).Select(items => (ExpressionSyntax)new ListSyntax(None, items)),
        from keys in Gen.SubListOf(Keys)
        from values in Part(size).ListOf(keys.Count)
        select (ExpressionSyntax)new ContextSyntax(None, [.. keys.Zip(values, (k, v) => new ContextEntrySyntax(None, k, v))]),
        from low in Part(size)
        from high in Part(size)
        from ends in Gen.Choose(0, 3)
        select (ExpressionSyntax)new RangeSyntax(None, ends % 2 == 0, low, high, ends < 2));

    private static Gen<ExpressionSyntax> Construct(int size) => Gen.OneOf<ExpressionSyntax>(
        from condition in Part(size)
        from then in Part(size)
        from otherwise in Part(size)
        select (ExpressionSyntax)new IfSyntax(None, condition, then, otherwise),
        from iterators in Iterators(size)
        from result in Part(size)
        select (ExpressionSyntax)new ForSyntax(None, iterators, result),
        from iterators in Iterators(size)
        from condition in Part(size)
        from every in Gen.Elements(true, false)
        select (ExpressionSyntax)new QuantifiedSyntax(None, every, iterators, condition),
        from types in Some(Type(1), 0)
        from typed in Gen.Elements(true, false)
        from body in Part(size)
        select (ExpressionSyntax)new FunctionSyntax(None, [.. types.Select((t, i) => new ParameterSyntax(None, $"p{i}", typed ? t : null))], false, body));

    private static Gen<IReadOnlyList<IteratorSyntax>> Iterators(int size) =>
        from lists in Some(Part(size), 1)
        from to in Part(size)
        from ranged in Gen.Elements(true, false)
        select (IReadOnlyList<IteratorSyntax>)[.. lists.Select((l, i) => new IteratorSyntax(None, $"i{i}", l, ranged ? to : null))];

    private static Gen<ExpressionSyntax> Test(int size) =>
        from op in Gen.Elements(BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater)
        from operand in Part(size)
        select (ExpressionSyntax)new UnaryTestSyntax(None, op, operand);

    private static Gen<TypeSyntax> Type(int depth) => depth == 0 ? Gen.Elements(Types).Select(Bare) : Gen.OneOf(
        Gen.Elements(Types).Select(Bare),
        Type(depth - 1).Select(t => new TypeSyntax(None, "list", [(null, t)])),
        Type(depth - 1).Select(t => new TypeSyntax(None, "context", [("a", t), ("b", t)])),
        from parameters in Some(Type(depth - 1), 0)
        from result in Type(depth - 1)
        select new TypeSyntax(None, "function", [.. parameters.Select(p => ((string?)null, p))], result));

    private static TypeSyntax Bare(string name) => new(None, name, []);

    private static Gen<string> Name() => Gen.Elements(Names.AsEnumerable());

    private static Gen<ExpressionSyntax> Part(int size) => Expression(size / 3);

    private static Gen<IReadOnlyList<T>> Some<T>(Gen<T> item, int least) =>
        from count in Gen.Choose(least, 3)
        from items in item.ListOf(count)
        select (IReadOnlyList<T>)[.. items];

    private static Number Parse(string text) => Number.TryParseFeel(text, out var value) ? value : throw new ArgumentException(text);
}
