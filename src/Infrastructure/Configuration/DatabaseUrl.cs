using System.Globalization;
using Npgsql;

namespace Director.Infrastructure.Configuration;

/// <summary>Reads a database address in the forms crews have: libpq's URI
/// (<c>postgresql://user:password@host:5432/database?sslmode=require</c>; PostgreSQL manual, "Connection URIs"), the same
/// with SQLAlchemy's driver suffix, and Npgsql's own <c>Host=…;Database=…</c>.</summary>
public static class DatabaseUrl
{
    private const string Expected = "Expected postgresql://user:password@host:5432/database, with special characters of the password percent-encoded.";
    private static readonly string[] Schemes = ["postgresql", "postgres", "postgresql+asyncpg"];

    private static readonly Dictionary<string, Action<NpgsqlConnectionStringBuilder, string>> Parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = (builder, value) => builder.SslMode = Mode(value),
        ["ssl"] = (builder, value) => builder.SslMode = Mode(value),
        ["sslrootcert"] = (builder, value) => builder.RootCertificate = value,
        ["sslcert"] = (builder, value) => builder.SslCertificate = value,
        ["sslkey"] = (builder, value) => builder.SslKey = value,
        ["channel_binding"] = (builder, value) => builder.ChannelBinding = Enum.Parse<ChannelBinding>(value, ignoreCase: true),
        ["application_name"] = (builder, value) => builder.ApplicationName = value,
        ["connect_timeout"] = (builder, value) => builder.Timeout = int.Parse(value, CultureInfo.InvariantCulture),
        ["target_session_attrs"] = (builder, value) => builder.TargetSessionAttributes = value,
        ["options"] = (builder, value) => builder.Options = value,
        ["host"] = (builder, value) => builder.Host = value,
        ["port"] = (builder, value) => builder.Port = Port(value),
        ["user"] = (builder, value) => builder.Username = value,
        ["password"] = (builder, value) => builder.Password = value,
        ["dbname"] = (builder, value) => builder.Database = value,
    };

    /// <summary>Answers with Npgsql's connection string.</summary>
    /// <param name="variable">The variable the value came from, for the message.</param>
    /// <param name="value">The address.</param>
    /// <exception cref="InvalidSettingException">It cannot be read; the message says what is wrong without repeating it.</exception>
    public static string ToConnectionString(string variable, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = value.Contains("://", StringComparison.Ordinal) ? FromUri(variable, value) : new NpgsqlConnectionStringBuilder(value);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw new InvalidSettingException(variable, $"cannot be read as a database address. {Expected}");
        }

        if (string.IsNullOrEmpty(builder.Host)) throw new InvalidSettingException(variable, $"names no host. {Expected}");
        if (string.IsNullOrEmpty(builder.Database)) throw new InvalidSettingException(variable, $"names no database. {Expected}");
        if (string.IsNullOrEmpty(builder.Username)) throw new InvalidSettingException(variable, $"names no user. {Expected}");
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder FromUri(string variable, string value)
    {
        var (scheme, rest) = Cut(value, "://");
        if (!Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidSettingException(variable, $"must begin with postgresql://, postgres:// or postgresql+asyncpg://. {Expected}");
        }

        (rest, var query) = Cut(rest, "?");
        var (authority, database) = Cut(rest, "/");
        var at = authority.LastIndexOf('@');
        var (user, password) = Cut(at < 0 ? "" : authority[..at], ":");
        var builder = new NpgsqlConnectionStringBuilder
        {
            Username = Decode(user),
            Password = Decode(password),
            Database = Decode(database),
        };
        SetHosts(builder, authority[(at + 1)..]);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, setting) = Cut(pair, "=");
            if (!Parameters.TryGetValue(name, out var apply))
            {
                throw new InvalidSettingException(variable, $"has a parameter Director does not know. It knows {string.Join(", ", Parameters.Keys)}.");
            }

            apply(builder, Decode(setting)!);
        }

        return builder;
    }

    /// <summary>One host, or several separated by commas, each with a port of its own or none.</summary>
    private static void SetHosts(NpgsqlConnectionStringBuilder builder, string hosts)
    {
        if (hosts.Length == 0) return;
        if (hosts.Contains(',', StringComparison.Ordinal))
        {
            builder.Host = Decode(hosts);
            return;
        }

        var colon = hosts.LastIndexOf(':');
        var hasPort = colon > hosts.LastIndexOf(']');
        builder.Host = Decode(hasPort ? hosts[..colon] : hosts)?.Trim('[', ']');
        if (hasPort && colon < hosts.Length - 1) builder.Port = Port(hosts[(colon + 1)..]);
    }

    private static int Port(string value) =>
        int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) is var port and > 0 and <= 65535 ? port : throw new FormatException();

    private static SslMode Mode(string value) => value.ToLowerInvariant() switch
    {
        "disable" or "false" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" or "true" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw new FormatException(),
    };

    private static (string Before, string After) Cut(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + separator.Length)..]);
    }

    private static string? Decode(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);
}
