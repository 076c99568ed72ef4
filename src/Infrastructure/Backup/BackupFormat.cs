using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Backup;

/// <summary>
/// What a backup file looks like: a tar archive, so that it can be written and read as a stream and looked into with what every system has.
/// First <c>director.json</c> (<see cref="BackupHeader"/>), then <c>rows/&lt;table&gt;/&lt;workspace or server&gt;/&lt;number&gt;.tsv.gz</c>
/// in PostgreSQL's COPY text format, tables before those that refer to them, then <c>media/&lt;workspace&gt;/&lt;sha256&gt;</c>, last
/// <c>manifest.json</c> (<see cref="BackupManifest"/>): without it the file was cut off.
/// </summary>
internal static class BackupFormat
{
    /// <summary>Raised when an older Director could not read the file rightly.</summary>
    internal const int Version = 1;

    internal const string Kind = "director-backup";
    internal const string Header = "director.json";
    internal const string Manifest = "manifest.json";
    internal const string Rows = "rows";
    internal const string Media = "media";
    internal const string RowsExtension = ".tsv.gz";

    /// <summary>Stands for the workspace where rows belong to none, or a table is taken as one.</summary>
    internal const string WholeServer = "server";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<BackupScope>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Tells whether two servers have the same secret key without telling the key.</summary>
    internal static string FingerprintOf(Secret secretKey) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey.Reveal()), "director backup fingerprint"u8))[..16];
}
