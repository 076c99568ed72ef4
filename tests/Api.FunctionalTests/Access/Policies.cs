using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

/// <summary>Takes the database's own wall away and puts it back.</summary>
internal static class Policies
{
    /// <summary>The tables that have it.</summary>
    internal static Task<IReadOnlyList<string>> TablesAsync(DirectorApp app) =>
        app.Database.ListAsync<string>("select relname::text from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1");

    internal static Task DisableAsync(DirectorApp app, IEnumerable<string> tables) => AlterAsync(app, tables, "disable");

    internal static Task EnableAsync(DirectorApp app, IEnumerable<string> tables) => AlterAsync(app, tables, "enable");

    private static Task AlterAsync(DirectorApp app, IEnumerable<string> tables, string what) =>
        app.Database.ExecuteAsync(string.Join(";\n", tables.Select(t => $"alter table \"{t}\" {what} row level security")));
}
