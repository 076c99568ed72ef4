using System.IO.Compression;

namespace Director.Infrastructure.Backup;

/// <summary>Cuts a table's rows into pieces that fit into memory, between two rows.</summary>
internal static class RowChunks
{
    /// <summary>How many bytes of rows go into a piece before it ends, uncompressed.</summary>
    private const int Enough = 8 * 1024 * 1024;
    private const byte EndOfRow = (byte)'\n';

    /// <summary>Hands over the pieces, each compressed.</summary>
    /// <returns>The number of rows: COPY's text format has one a line and no other line ends.</returns>
    internal static async Task<long> CutAsync(Stream rows, Func<MemoryStream, Task> take, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        long count = 0, length = 0;
        var (piece, compressed) = Begin();
        for (int read; (read = await rows.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            count += buffer.AsSpan(0, read).Count(EndOfRow);
            var end = length + read >= Enough ? buffer.AsSpan(0, read).LastIndexOf(EndOfRow) + 1 : 0;
            if (end > 0)
            {
                compressed.Write(buffer, 0, end);
                await compressed.DisposeAsync();
                await take(piece);
                (piece, compressed) = Begin();
                length = 0;
            }

            compressed.Write(buffer, end, read - end);
            length += read - end;
        }

        await compressed.DisposeAsync();
        if (length > 0) await take(piece);
        return count;
    }

    private static (MemoryStream Piece, GZipStream Compressed) Begin()
    {
        var piece = new MemoryStream();
        return (piece, new GZipStream(piece, CompressionLevel.Optimal, leaveOpen: true));
    }
}
