using System.Xml.Linq;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Director.Infrastructure.Identity;

/// <summary>
/// Keeps the keys that sign tickets in the database, each wrapped by the secret key: a restart signs nobody out, and every node of one
/// database and one secret key knows what the others gave out. Keys that an earlier version kept as files are taken in.
/// </summary>
internal sealed class KeysInTheDatabase(AppDatabase database, DirectorSettings settings, ILogger<KeysInTheDatabase> log) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private const string Insert = "insert into data_protection_keys (name, xml) values ($1, $2) on conflict do nothing";

    private bool filesTaken;

    public void Configure(KeyManagementOptions options)
    {
        options.XmlEncryptor = new SecretKeyWrapping(settings);
        options.XmlRepository = this;
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = Open();
        if (!filesTaken) TakeFiles(connection);
        filesTaken = true;

        using var command = new NpgsqlCommand("select xml from data_protection_keys order by added_at, name", connection);
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read()) keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = Open();
        Store(connection, friendlyName, element);
    }

    private void TakeFiles(NpgsqlConnection connection)
    {
        var folder = new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys"));
        if (!folder.Exists) return;
        foreach (var file in folder.EnumerateFiles("*.xml"))
        {
            if (Store(connection, Path.GetFileNameWithoutExtension(file.Name), XElement.Load(file.FullName)) > 0)
                log.LogInformation("The signing key {Key:l} has been taken from the data directory into the database", file.Name);
        }
    }

    private static int Store(NpgsqlConnection connection, string name, XElement key)
    {
        using var command = new NpgsqlCommand(Insert, connection) { Parameters = { new() { Value = name }, new() { Value = key.ToString(SaveOptions.DisableFormatting) } } };
        return command.ExecuteNonQuery();
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }
}
