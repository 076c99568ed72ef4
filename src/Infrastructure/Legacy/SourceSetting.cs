using Director.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Director.Infrastructure.Legacy;

/// <summary>Where the former system's database is.</summary>
public static class SourceSetting
{
    /// <summary>Reads it from a variable, from the file that the variable with <c>_FILE</c> names, or from an argument, which should have no password.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="variable">The variable's name.</param>
    /// <param name="given">What was said on the command line.</param>
    /// <param name="warn">Told when the argument has a password in it.</param>
    /// <exception cref="InvalidSettingException">There is none, or it cannot be read.</exception>
    public static string Read(IConfiguration configuration, string variable, string? given, Action<string> warn)
    {
        if (given is null)
        {
            var set = new SettingsReader(configuration).Read(variable).ValueOrThrow()
                ?? throw new InvalidSettingException(variable, "is not set: it names the former system's database (or give --connection).");
            return DatabaseUrl.ToConnectionString(variable, set);
        }

        var source = new NpgsqlConnectionStringBuilder(DatabaseUrl.ToConnectionString("--connection", given));
        if (!string.IsNullOrEmpty(source.Password))
            warn($"--connection has a password in it, which every process of this machine can read while this runs. Put the address into {variable} or {variable}_FILE instead.");
        return source.ConnectionString;
    }
}
