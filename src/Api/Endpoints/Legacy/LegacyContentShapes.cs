using System.Text.Json.Serialization;
using Director.Application.Assets;
using Director.Application.Tags;
using Director.Domain.Assets.Types;

namespace Director.Api.Endpoints.Legacy;

/// <summary>A text as the former system showed it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="SourceType">What it was taken from.</param>
/// <param name="SourceUrl">Where it was taken from.</param>
/// <param name="Status">pending, extracting, completed or failed.</param>
/// <param name="Language">Its language.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="UpdatedAt">Last change.</param>
internal sealed record LegacyContent(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("source_type")] string? SourceType,
    [property: JsonPropertyName("source_url")] string? SourceUrl, [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("language")] string? Language,
    [property: JsonPropertyName("tags")] IReadOnlyList<string> Tags, [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt, [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt)
{
    internal static LegacyContent Of(AssetDto asset)
    {
        var details = (TextDetails)asset.Details;
        return new(
            asset.Id, asset.Name, asset.Metadata.GetValueOrDefault("source_type") ?? details.SourceKind, details.SourceUrl,
            asset.Status is "pending" or "extracting" or "failed" ? asset.Status : asset.Media is null && asset.Status is not null ? "failed" : "completed", details.Language, asset.Tags, asset.CreatedAt, asset.UpdatedAt);
    }
}

/// <summary>A page of texts, as the former system numbered pages.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="PageSize">How many a page has.</param>
internal sealed record LegacyContentPage(
    [property: JsonPropertyName("items")] IReadOnlyList<LegacyContent> Items, [property: JsonPropertyName("total")] int Total, [property: JsonPropertyName("page")] int Page,
    [property: JsonPropertyName("page_size")] int PageSize);

/// <summary>The words of a text.</summary>
/// <param name="Id">The text.</param>
/// <param name="Language">Their language.</param>
/// <param name="Text">The words.</param>
internal sealed record LegacyContentText([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("language")] string? Language, [property: JsonPropertyName("text")] string Text);

/// <summary>A text's language, said by a person.</summary>
/// <param name="Language">As a BCP 47 tag: en, ru, es…</param>
internal sealed record LegacyLanguage([property: JsonPropertyName("language")] string Language);

/// <summary>A tag as the former system showed it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The word.</param>
/// <param name="CreatedAt">Creation.</param>
internal sealed record LegacyTag([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    internal static LegacyTag Of(TagDto tag) => new(tag.Id, tag.Name, tag.CreatedAt);
}
