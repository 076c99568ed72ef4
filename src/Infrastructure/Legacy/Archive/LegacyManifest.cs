using System.Text.Json;
using System.Text.Json.Serialization;

namespace Director.Infrastructure.Legacy.Archive;

/// <summary>What an export says of itself; its last entry, so that one that was cut off has none.</summary>
/// <param name="Format">The version of the layout.</param>
/// <param name="ExportedAt">When the source was read; rows without a date of their own get it.</param>
/// <param name="Tables">Every table that was there.</param>
/// <param name="Media">The list of files.</param>
/// <param name="UnknownTables">Tables that the former system did not have, by their number of rows: named, not taken.</param>
internal sealed record LegacyManifest(
    int Format, DateTimeOffset ExportedAt, IReadOnlyList<LegacyManifestTable> Tables, LegacyManifestMedia Media, IReadOnlyDictionary<string, long> UnknownTables)
{
    internal const int CurrentFormat = 1;
    internal const string Entry = "manifest.json";
    internal const string MediaList = "media.jsonl";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The entry of a file.</summary>
    internal static string FileEntry(string sha256) => $"media/{sha256}";
}

/// <summary>One table of an export.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many lines its entry has.</param>
/// <param name="Sha256">Of the entry's bytes, lower-case hex.</param>
/// <param name="KeptAside">Columns that are not understood; their values stand beside each row.</param>
/// <param name="Absent">Columns that the source did not have.</param>
internal sealed record LegacyManifestTable(string Name, long Rows, string Sha256, IReadOnlyList<string> KeptAside, IReadOnlyList<string> Absent);

/// <summary>The list of files of an export.</summary>
/// <param name="References">How many paths and addresses the rows name, each once.</param>
/// <param name="Files">How many of them were found and came along.</param>
/// <param name="Sha256">Of the list's bytes.</param>
internal sealed record LegacyManifestMedia(long References, long Files, string Sha256);

/// <summary>One path or address that rows name.</summary>
/// <param name="Ref">As the rows have it.</param>
/// <param name="Sha256">The file that came along; null: none.</param>
/// <param name="Size">Bytes of that file.</param>
/// <param name="Missing">Why there is none.</param>
internal sealed record LegacyMediaLine(string Ref, string? Sha256 = null, long? Size = null, string? Missing = null);
