using System.Buffers.Text;
using System.Text.Json;
using Director.Domain.Common;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Where a page ended: the order it was in, the last row's sort value as text, and its id. Opaque to clients.</summary>
internal sealed record Cursor(string Order, string? Value, Guid Id)
{
    internal static readonly Error Invalid = Error.Field("cursor", "This cursor is not from this listing; start without one.", "input.cursor", ErrorKind.Unreadable);

    internal string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    internal static Result<Cursor?> Read(string? text, string order)
    {
        if (string.IsNullOrEmpty(text)) return (Cursor?)null;
        try
        {
            return JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text)) is { } cursor && cursor.Order == order ? cursor : Invalid;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return Invalid;
        }
    }
}
