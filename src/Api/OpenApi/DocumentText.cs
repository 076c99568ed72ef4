using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>The document as text, made once: describing every endpoint anew for every anonymous caller would be an easy way to tire the server.</summary>
internal sealed class DocumentText([FromKeyedServices(OpenApiSetup.Document)] IOpenApiDocumentProvider documents) : IDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private Written? written;

    /// <summary>Answers with the document; 304 to who has it.</summary>
    internal async Task<FileContentHttpResult> AnswerAsync(HttpContext context, CancellationToken ct)
    {
        var document = await ReadAsync(ct);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(document.Text, "application/json", entityTag: document.Tag);
    }

    /// <summary>The document in UTF-8, and what tells it from others.</summary>
    internal async Task<Written> ReadAsync(CancellationToken ct)
    {
        if (written is { } made) return made;
        await once.WaitAsync(ct);
        try
        {
            return written ??= await WriteAsync(ct);
        }
        finally
        {
            once.Release();
        }
    }

    public void Dispose() => once.Dispose();

    private async Task<Written> WriteAsync(CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        var text = System.Text.Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct));
        return new Written(text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..32]}\""));
    }

    /// <summary>The document, written.</summary>
    internal sealed record Written(byte[] Text, EntityTagHeaderValue Tag);
}
