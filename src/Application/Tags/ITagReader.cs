using Director.Application.Common.Paging;
using Director.Domain.Common;
using Director.Domain.Tags;

namespace Director.Application.Tags;

/// <summary>A tag, as clients see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The word, unique in the workspace without regard to case.</param>
/// <param name="Category">What the word belongs to.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Usage">How many live assets carry it.</param>
/// <param name="CreatedAt">Creation.</param>
public sealed record TagDto(Guid Id, string Name, string? Category, string? Colour, long Usage, DateTimeOffset CreatedAt);

/// <summary>Which tags are listed.</summary>
/// <param name="Query">Only names that begin with this.</param>
/// <param name="Category">Only this category.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record TagFilter(string? Query, string? Category, string? Cursor, int Limit);

/// <summary>Reads tags for showing, always of the caller's workspace.</summary>
public interface ITagReader
{
    /// <summary>One; null when there is none.</summary>
    Task<TagDto?> GetAsync(TagId id, CancellationToken ct);

    /// <summary>A page of them, in order of name.</summary>
    Task<Result<Page<TagDto>>> ListAsync(TagFilter filter, CancellationToken ct);
}

/// <summary>How commands answer.</summary>
internal static class TagAnswers
{
    /// <summary>What the tag looks like now.</summary>
    internal static async Task<Result<TagDto>> ShowAsync(this ITagReader reader, TagId id, CancellationToken ct) =>
        await reader.GetAsync(id, ct) is { } shown ? shown : TagErrors.NotFound;
}
