namespace Eligibility.Values;

/// <summary>An amount of yuan (CNY) that can be paid: a whole number of fen, exactly.</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(Number yuan) => Yuan = yuan;

    /// <summary>The amount in yuan.</summary>
    public Number Yuan { get; }

    /// <summary>Makes an amount of yuan; false when it is not whole fen.</summary>
    public static bool TryFromYuan(Number yuan, out Money money)
    {
        money = new Money(yuan);
        return yuan.Scale is <= 2;
    }

    /// <summary>The sum.</summary>
    public static Money operator +(Money a, Money b) => new(a.Yuan + b.Yuan);

    /// <summary>The difference.</summary>
    public static Money operator -(Money a, Money b) => new(a.Yuan - b.Yuan);

    /// <inheritdoc/>
    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    /// <summary>Yuan with two decimals and no separators: "2312.50".</summary>
    public override string ToString() => Yuan.ToFixed(2);
}
