using System.Text.Encodings.Web;
using System.Text.Json;

namespace Director.Api.Cli;

/// <summary>How commands write JSON: for scripts, and still readable.</summary>
internal static class CommandJson
{
    internal static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
