namespace Eligibility.Feel;

/// <summary>How tightly operators bind, as the DMN standard has it: a greater number binds tighter. Parser and printer share it.</summary>
internal static class Precedence
{
    /// <summary>Constructs that end where their last expression ends: <c>if</c>, <c>for</c>, <c>some</c>, <c>every</c>, <c>function</c>.</summary>
    public const int Open = 0;

    /// <summary><c>or</c></summary>
    public const int Or = 1;

    /// <summary><c>and</c></summary>
    public const int And = 2;

    /// <summary><c>= != &lt; &lt;= &gt; &gt;= between in</c>; two of them do not follow each other.</summary>
    public const int Comparison = 3;

    /// <summary><c>+ -</c></summary>
    public const int Additive = 4;

    /// <summary><c>* /</c></summary>
    public const int Multiplicative = 5;

    /// <summary><c>**</c>, from left to right like every other operator.</summary>
    public const int Power = 6;

    /// <summary>The sign of a number, tighter than <c>**</c>: <c>-3 ** 2</c> is 9.</summary>
    public const int Negation = 7;

    /// <summary><c>instance of</c></summary>
    public const int InstanceOf = 8;

    /// <summary>Paths, filters, calls, and everything in brackets of its own.</summary>
    public const int Primary = 9;
}
