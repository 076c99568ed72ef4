using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Director.Infrastructure.Identity;

/// <summary>Keeps the keys that sign tickets in <c>keys</c> below the data directory, so that a restart signs nobody out.</summary>
internal sealed class KeysBelowTheDataDirectory(IConfiguration configuration, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(DataDirectory(), "keys"));
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        options.XmlRepository = new FileSystemXmlRepository(folder, loggers);
    }

    private string DataDirectory() =>
        new[] { configuration["Director:DataDirectory"], configuration["DIRECTOR_DATA"] }.FirstOrDefault(d => !string.IsNullOrWhiteSpace(d))
        ?? (Environment.UserName == "root" && OperatingSystem.IsLinux()
            ? "/var/lib/director"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "director"));
}
