using System.Reflection;

namespace Director.Infrastructure.Persistence.Sql;

/// <summary>SQL that a migration carries beside what EF generates; embedded, so that the migration never changes with the disk.</summary>
internal static class MigrationSql
{
    internal static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Director.Infrastructure.Persistence.Sql.{name}")
            ?? throw new InvalidOperationException($"The migration's SQL {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
