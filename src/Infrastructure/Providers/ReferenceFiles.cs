using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Assets.Types;
using Director.Domain.Generation;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Media;
using Director.Infrastructure.Providers.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Providers;

/// <summary>A reference's bytes, just read and found to be those that the recipe names.</summary>
internal sealed record ReferenceFile(byte[] Bytes, string ContentType, string Sha256)
{
    /// <summary>A name that says nothing of the crew's.</summary>
    internal string FileName => $"{Sha256}.{ContentType.Split('/')[1] switch { "jpeg" => "jpg", var other => other }}";
}

/// <summary>
/// Reads references as they are sent. The recipe has the hash of every one; bytes with another hash are not sent, so what the recipe says
/// was sent is what was sent.
/// </summary>
internal sealed class ReferenceFiles(IServiceScopeFactory scopes, ProviderLimits limits)
{
    /// <exception cref="ProviderRefusalException">It is gone, damaged, too large, or no picture.</exception>
    internal async Task<ReferenceFile> ReadAsync(ProviderRequest request, TakeRecipeReference reference, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(request.Workspace, default, "", $"generation:{request.Generation.Value:N}");
        await using var content = await scope.ServiceProvider.GetRequiredService<IBlobStore>().OpenAsync(reference.Sha256!, ct) ?? throw Unavailable($"The picture of {reference.Name} is not in the store any more.");
        if (content.Length > limits.Reference) throw Unavailable($"The picture of {reference.Name} has more than {limits.Reference >> 20} MB.");
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, ct);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != reference.Sha256) throw Unavailable($"The picture of {reference.Name} is damaged in the store.");
        return FileSignature.ContentTypeOf(bytes.AsSpan(0, Math.Min(bytes.Length, FileSignature.Length))) is { } type && type.StartsWith("image/", StringComparison.Ordinal)
            ? new ReferenceFile(bytes, type, reference.Sha256)
            : throw Unavailable($"The file of {reference.Name} is no picture.");
    }

    private static ProviderRefusalException Unavailable(string message) => new(new GenerationFailure(FailureKind.ReferenceUnavailable, message));
}
