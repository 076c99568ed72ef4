using System.Buffers.Binary;
using Director.Application.Generation;
using Director.Infrastructure.Media;

namespace Director.Infrastructure.Providers.Http;

/// <summary>Looks whether a file is what was asked for and whole, by its bytes alone and without decoding it.</summary>
internal static class OutputShape
{
    private const int Tail = 1024;
    private static readonly byte[] EndOfImage = [0xFF, 0xD9];

    /// <summary>What is wrong, as the end of a sentence; null when it looks right.</summary>
    internal static string? Fault(Stream file, OutputKind wanted)
    {
        var head = new byte[FileSignature.Length];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0) return "is empty";
        var type = FileSignature.ContentTypeOf(head.AsSpan(0, read));
        var kind = type?.Split('/')[0];
        if (kind is not ("image" or "video" or "audio")) return "is neither a picture nor a clip nor a sound";
        if (kind != Word(wanted) && !(wanted is OutputKind.Video && type == "image/webp") && !(wanted is OutputKind.Video && type == "image/gif")) return $"is of type {type}";
        return IsWhole(file, type!, head.AsSpan(0, read)) ? null : "ends too early";
    }

    private static string Word(OutputKind kind) => kind switch
    {
        OutputKind.Image => "image",
        OutputKind.Video => "video",
        _ => "audio",
    };

    private static bool IsWhole(Stream file, string type, ReadOnlySpan<byte> head) => type switch
    {
        // PNG ends with its IEND chunk, JPEG with EOI (some writers pad it), GIF with a trailer.
        "image/png" => End(file).IndexOf("IEND"u8) >= 0,
        "image/jpeg" => End(file).LastIndexOf(EndOfImage) >= 0,
        "image/gif" => End(file).LastIndexOf((byte)0x3B) >= 0,
        // RIFF says its length, less the eight bytes that say it; odd lengths are padded.
        "image/webp" => file.Length >= BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L,
        "video/mp4" or "video/quicktime" or "audio/mp4" => HasWholeBoxes(file),
        _ => true,
    };

    private static ReadOnlySpan<byte> End(Stream file)
    {
        var end = new byte[Math.Min(Tail, file.Length)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        return end;
    }

    /// <summary>ISO 14496-12: boxes one after another, each with its length; one of them is <c>moov</c>.</summary>
    private static bool HasWholeBoxes(Stream file)
    {
        var (at, movie) = (0L, false);
        Span<byte> box = stackalloc byte[16];
        for (var boxes = 0; at < file.Length && boxes < 100_000; boxes++)
        {
            file.Position = at;
            var read = file.ReadAtLeast(box, 16, throwOnEndOfStream: false);
            if (read < 8) return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (size == 1 && read == 16) size = BinaryPrimitives.ReadInt64BigEndian(box[8..]);
            if (size == 0) size = file.Length - at;
            if (size < 8 || size > file.Length - at) return false;
            movie |= box[4..8].SequenceEqual("moov"u8);
            at += size;
        }

        return movie;
    }
}
