using System.Buffers.Text;
using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;

namespace Director.Infrastructure.Workspaces;

/// <inheritdoc cref="ISecretTokens" />
internal sealed class SecretTokens : ISecretTokens
{
    private const int IdBytes = 16;
    private const int SecretBytes = 32;
    private const int Size = IdBytes + IdBytes + SecretBytes;

    public (string Token, byte[] Hash) Make(WorkspaceId workspace, Guid id)
    {
        var token = new byte[Size];
        workspace.Value.TryWriteBytes(token);
        id.TryWriteBytes(token.AsSpan(IdBytes));
        RandomNumberGenerator.Fill(token.AsSpan(IdBytes * 2));
        return (Base64Url.EncodeToString(token), SHA256.HashData(token.AsSpan(IdBytes * 2)));
    }

    public SecretToken? Read(string? token)
    {
        var bytes = new byte[Size];
        if (token is null || token.Length > Size * 2 || !Base64Url.IsValid(token, out var length) || length != Size) return null;
        if (!Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != Size) return null;
        return new SecretToken(new WorkspaceId(new Guid(bytes.AsSpan(0, IdBytes))), new Guid(bytes.AsSpan(IdBytes, IdBytes)), SHA256.HashData(bytes.AsSpan(IdBytes * 2)));
    }
}
