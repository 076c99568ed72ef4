using System.Diagnostics;
using System.Text.Json;
using Director.Domain.Content;
using Director.Infrastructure.Content.Fetching;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Content.Reading;

/// <summary>
/// Reads strangers' files in a process of its own, because nothing else ends them: a PDF can unpack to gigabytes, and a page can nest until
/// the stack overflows, which no server survives. The process has a limit to its heap and its time, none of the server's environment, and no
/// reason to open a connection; when it dies, one text cannot be read.
/// </summary>
internal sealed class ReaderProcess(FetchLimits limits, ILogger<ReaderProcess> log)
{
    internal const string TooMuchMemory = "Reading it takes more memory than a text may take.";

    /// <summary>Bytes of managed memory: enough for the largest file that is taken in and what is made of it.</summary>
    private const long Heap = 512L << 20;

    /// <summary>Bytes of an answer: the longest text as JSON, in which a character takes up to six.</summary>
    private const int MostOfAnAnswer = (ExtractionLimits.Text * 6) + 65_536;

    private const string Host = "Director.Api";

    /// <summary>What a .NET process needs to start at all.</summary>
    private static readonly string[] Handed = ["PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes, read to the end.</param>
    /// <exception cref="ContentTroubleException">It cannot be read.</exception>
    internal async Task<ReadText> ReadAsync(Stream content, ReadWish wish, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Read);
        using var process = Process.Start(StartInfo(wish)) ?? throw new InvalidOperationException("The reader did not start.");
        try
        {
            process.ErrorDataReceived += (_, line) => log.LogDebug("The reader says: {Line}", line.Data);
            process.BeginErrorReadLine();
            var answered = AnswerAsync(process, limit.Token);
            await SendAsync(content, process, limit.Token);
            var answer = await answered;
            await process.WaitForExitAsync(limit.Token);
            return Understand(answer, process.ExitCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ContentTroubleException(ExtractionCause.TooHeavy, $"Reading it takes longer than {limits.Read.TotalSeconds:0} seconds.");
        }
        finally
        {
            End(process);
        }
    }

    private static ReadText Understand(ReadOnlyMemory<byte> answer, int exitCode)
    {
        if (exitCode == 0)
        {
            try
            {
                var said = JsonSerializer.Deserialize<ReadAnswer>(answer.Span, ReaderProtocol.Json);
                if (said?.Text is { } text) return text;
                if (said?.Cause is { } cause) throw new ContentTroubleException(cause, said.Message ?? "It cannot be read.");
            }
            catch (JsonException)
            {
                // Cut short; told below.
            }
        }

        throw new ContentTroubleException(ExtractionCause.TooHeavy, "It cannot be read: the reader broke down over it.");
    }

    private static async Task SendAsync(Stream content, Process process, CancellationToken ct)
    {
        try
        {
            await content.CopyToAsync(process.StandardInput.BaseStream, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It died while it was told; its exit code says so.
        }
    }

    private static async Task<ReadOnlyMemory<byte>> AnswerAsync(Process process, CancellationToken ct)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await process.StandardOutput.BaseStream.ReadAsync(buffer, ct)) > 0)
        {
            if (answer.Length + read > MostOfAnAnswer) throw new ContentTroubleException(ExtractionCause.TooHeavy, TooMuchMemory);
            answer.Write(buffer, 0, read);
        }

        return answer.ToArray();
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in the same moment.
        }
    }

    /// <summary>This executable again; where another program hosts it, as tests do, the one beside it.</summary>
    private static ProcessStartInfo StartInfo(ReadWish wish)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        var self = Environment.ProcessPath ?? "";
        if (Path.GetFileNameWithoutExtension(self).Equals(Host, StringComparison.OrdinalIgnoreCase)) start.FileName = self;
        else
        {
            // Tests, and servers that were started as "dotnet Director.Api.dll".
            start.FileName = Path.GetFileNameWithoutExtension(self).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? self : "dotnet";
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, Host + ".dll"));
        }

        start.ArgumentList.Add(ReaderProtocol.Verb);
        start.ArgumentList.Add(JsonSerializer.Serialize(wish, ReaderProtocol.Json));
        // Nothing of the server's: keys and passwords lie in its environment.
        var kept = Handed
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(v => v.value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        start.Environment["DOTNET_GCHeapHardLimit"] = Heap.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
