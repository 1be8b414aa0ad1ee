using Eligibility.Diagnostics;

namespace Eligibility.Caseload;

/// <summary>Why a row is not used.</summary>
/// <param name="File">The file in the folder, or the sheet.</param>
/// <param name="Row">The row or line in it, from one; 0 when the mistake concerns no single row.</param>
/// <param name="Column">The header of the cell, or in JSON the path; null when the row as a whole is meant.</param>
/// <param name="Household">The household; empty when the row does not say.</param>
/// <param name="Diagnostic">The kind, what was found, and what to do. Its location is not one of a text.</param>
public sealed record Rejection(string File, long Row, string? Column, string Household, Diagnostic Diagnostic);
