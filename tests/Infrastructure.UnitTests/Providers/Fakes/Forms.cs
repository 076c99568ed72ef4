using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>A part of a form.</summary>
internal sealed record FormPart(string Name, string? FileName, string? ContentType, byte[] Bytes)
{
    internal string Text => System.Text.Encoding.UTF8.GetString(Bytes);
}

/// <summary>Reads multipart/form-data (RFC 7578).</summary>
internal static class Forms
{
    internal static async Task<IReadOnlyList<FormPart>> PartsAsync(Seen call)
    {
        var type = MediaTypeHeaderValue.Parse(call.Headers["Content-Type"]);
        if (type.MediaType != "multipart/form-data") throw new InvalidDataException("That is no form.");
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, new MemoryStream(call.Body));
        var parts = new List<FormPart>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var about = section.GetContentDispositionHeader() ?? throw new InvalidDataException("A part has no name.");
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes);
            var file = HeaderUtilities.RemoveQuotes(about.FileName).Value;
            parts.Add(new FormPart(HeaderUtilities.RemoveQuotes(about.Name).Value!, string.IsNullOrEmpty(file) ? null : file, section.ContentType, bytes.ToArray()));
        }

        return parts;
    }
}
