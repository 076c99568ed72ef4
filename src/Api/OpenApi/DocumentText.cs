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
    private byte[]? text;
    private EntityTagHeaderValue? tag;

    /// <summary>Answers with the document; 304 to who has it.</summary>
    internal async Task<FileContentHttpResult> AnswerAsync(HttpContext context, CancellationToken ct)
    {
        if (text is null)
        {
            await once.WaitAsync(ct);
            try
            {
                if (text is null)
                {
                    var document = await documents.GetOpenApiDocumentAsync(ct);
                    var made = System.Text.Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct));
                    tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(made))[..32]}\"");
                    text = made;
                }
            }
            finally
            {
                once.Release();
            }
        }

        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(text, "application/json", entityTag: tag);
    }

    public void Dispose() => once.Dispose();
}
