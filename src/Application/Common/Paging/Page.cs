namespace Director.Application.Common.Paging;

/// <summary>One page of a listing.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Send it as <c>cursor</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
