using System.Buffers.Text;
using System.Security.Cryptography;
using Director.Domain.Workspaces;

namespace Director.Application.ApiKeys;

/// <summary>
/// A key as its holder has it: <c>dir_</c>, the ids of its workspace and of itself (base64url of 32 bytes), <c>_</c>, and its secret
/// (base64url of 32 bytes). The workspace stands in it so that the row can be looked for behind that workspace's wall.
/// </summary>
/// <param name="Workspace">Where it belongs.</param>
/// <param name="Key">Which one.</param>
/// <param name="SecretHash">SHA-256 of the secret.</param>
public sealed record ApiKeyToken(WorkspaceId Workspace, ApiKeyId Key, byte[] SecretHash)
{
    /// <summary>What every key begins with, so that scanners for leaked secrets know one.</summary>
    public const string Prefix = "dir_";

    private const int IdBytes = 16;
    private const int SecretBytes = 32;
    private const int PartChars = 43; // of 32 bytes in base64url, whose alphabet has the separator in it: so parts are told by length
    private const int TextChars = 4 + PartChars + 1 + PartChars;

    /// <summary>Draws a secret.</summary>
    /// <returns>What is kept, and the text that is shown once.</returns>
    public static (ApiKeyToken Token, string Text) Draw(WorkspaceId workspace, ApiKeyId key)
    {
        var ids = new byte[2 * IdBytes];
        workspace.Value.TryWriteBytes(ids);
        key.Value.TryWriteBytes(ids.AsSpan(IdBytes));
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return (new ApiKeyToken(workspace, key, SHA256.HashData(secret)), $"{Prefix}{Base64Url.EncodeToString(ids)}_{Base64Url.EncodeToString(secret)}");
    }

    /// <summary>Reads a key's text; null when it is none.</summary>
    public static ApiKeyToken? Read(string text)
    {
        if (text.Length != TextChars || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + PartChars] != '_') return null;
        var ids = new byte[2 * IdBytes];
        var secret = new byte[SecretBytes];
        if (!Decode(text.AsSpan(Prefix.Length, PartChars), ids) || !Decode(text.AsSpan(Prefix.Length + PartChars + 1), secret)) return null;
        return new ApiKeyToken(new WorkspaceId(new Guid(ids.AsSpan(0, IdBytes))), new ApiKeyId(new Guid(ids.AsSpan(IdBytes))), SHA256.HashData(secret));
    }

    private static bool Decode(ReadOnlySpan<char> text, byte[] into) =>
        Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, into, out var written) && written == into.Length;
}
