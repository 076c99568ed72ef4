using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

/// <summary>All rows of one workspace as one number: what nobody has touched stays the same.</summary>
internal static class Rows
{
    internal static async Task<string> OfAsync(TestDatabase database, Guid workspace)
    {
        var tables = await database.ListAsync<string>("""
            select c.table_name::text from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE' order by 1
            """);
        tables.Should().Contain(["assets", "activity", "tags", "generations"]);
        var parts = tables.Select(t => $"select '{t}:' || count(*) || ':' || coalesce(md5(string_agg(r::text, ',' order by r::text)), '') as line from \"{t}\" r where workspace_id = $1");
        return string.Join('\n', await database.ListAsync<string>(string.Join("\nunion all\n", parts), workspace));
    }
}
