using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Domain.Content;

namespace Director.Infrastructure.Content.Reading;

/// <summary>What the server and the process that reads for it say to each other: the wish as an argument, the bytes on standard input, one line of JSON on standard output.</summary>
public static class ReaderProtocol
{
    /// <summary>The argument by which the executable becomes a reader.</summary>
    public const string Verb = "read-content";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The reading process: reads standard input, writes the answer, ends.</summary>
    /// <param name="wish">The wish as JSON.</param>
    /// <returns>The exit code: 0 when it has answered.</returns>
    public static int Run(string wish)
    {
        var answer = Answer(JsonSerializer.Deserialize<ReadWish>(wish, Json)!);
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, answer, Json);
        return 0;
    }

    private static ReadAnswer Answer(ReadWish wish)
    {
        try
        {
            using var input = Console.OpenStandardInput();
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            return new ReadAnswer(ContentReading.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), wish), null, null);
        }
        catch (ContentTroubleException trouble)
        {
            return new ReadAnswer(null, trouble.Cause, trouble.Message);
        }
        catch (OutOfMemoryException)
        {
            return new ReadAnswer(null, ExtractionCause.TooHeavy, ReaderProcess.TooMuchMemory);
        }
    }
}

/// <summary>A text, or why there is none.</summary>
internal sealed record ReadAnswer(ReadText? Text, ExtractionCause? Cause, string? Message);
