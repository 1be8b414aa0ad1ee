namespace Eligibility.Values;

/// <summary>An exact rational number.</summary>
public readonly struct Number;
