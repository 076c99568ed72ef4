using System.Buffers.Text;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>What a button carries: what to do, in which workspace, with which take. 45 of the 64 bytes that Telegram allows.</summary>
/// <remarks>It is no secret and proves nothing: whoever presses is looked up, and may what their role allows.</remarks>
internal sealed record TelegramPress(char Act, Guid Workspace, Guid Take)
{
    internal const char Select = 's';
    internal const char Reject = 'r';
    private const int Bytes = 32;

    internal static string Write(char act, Guid workspace, Guid take) => $"{act}:{Base64Url.EncodeToString([.. workspace.ToByteArray(), .. take.ToByteArray()])}";

    internal static TelegramPress? Read(string data)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (data.Length != 2 + Base64Url.GetEncodedLength(Bytes) || data[1] != ':' || data[0] is not (Select or Reject)) return null;
        return Base64Url.IsValid(data.AsSpan(2)) && Base64Url.TryDecodeFromChars(data.AsSpan(2), bytes, out var length) && length == Bytes
            ? new TelegramPress(data[0], new Guid(bytes[..16]), new Guid(bytes[16..]))
            : null;
    }
}
