using Director.Infrastructure.Configuration;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Director.Infrastructure.Identity;

/// <summary>Keeps the keys that sign tickets in <c>keys</c> below the data directory, so that a restart signs nobody out.</summary>
internal sealed class KeysBelowTheDataDirectory(DirectorSettings settings, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = Path.Combine(settings.DataDirectory, "keys");
        DataDirectory.CreatePrivately(folder);
        options.XmlEncryptor = new SecretKeyWrapping(settings);
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
    }
}
