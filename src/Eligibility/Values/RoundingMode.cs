namespace Eligibility.Values;

/// <summary>Where a value goes that lies between two permitted ones.</summary>
public enum RoundingMode
{
    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>To the nearest; a tie goes away from zero (四舍五入).</summary>
    HalfUp,

    /// <summary>To the nearest; a tie goes towards zero.</summary>
    HalfDown,

    /// <summary>To the nearest; a tie goes to the even neighbour.</summary>
    HalfEven,

    /// <summary>Towards minus infinity.</summary>
    Floor,

    /// <summary>Towards plus infinity.</summary>
    Ceiling,
}
