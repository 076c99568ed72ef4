using System.Text.Json;
using Director.Infrastructure.Persistence.Queries;
using Npgsql;

namespace Director.Benchmarks.Baseline;

/// <summary>The reads of the baseline: the columns are Director's, so that both read the same.</summary>
internal sealed class BaselineReads(NpgsqlDataSource database, Guid workspace)
{
    private const string One = $"select {AssetColumns.Select} from assets a where a.workspace_id = $1 and a.id = $2 and {AssetColumns.Live}";

    private const string Page = $"""
        select {AssetColumns.Select} from assets a where a.workspace_id = $1 and a.type = $2 and {AssetColumns.Live}
        order by a.created_at desc, a.id desc limit $3
        """;

    private const string Structure = $"""
        select {AssetColumns.Select},
          case when a.type = 'shot' then (select count(*)::int from generations g
            where g.workspace_id = $1 and g.shot_id = a.id and g.status in ('queued', 'submitting', 'running')) else 0 end,
          case when a.type = 'shot' then array(select r.child_id from asset_relationships r
            where r.workspace_id = $1 and r.parent_id = a.id and r.kind = 'uses_character' order by r.sequence, r.id) else array[]::uuid[] end
        from assets a
        where a.workspace_id = $1 and a.root_id = $2 and a.type in ('film', 'scene', 'shot') and {AssetColumns.Live} and a.status is distinct from 'omitted'
        order by a.type, a.position
        """;

    internal Task OneAsync(Guid id, HttpContext context) => WriteAsync(context, One, [workspace, id], async (json, rows) =>
    {
        if (await rows.ReadAsync()) AssetJson.Write(json, rows);
    });

    internal Task PageAsync(string type, int limit, HttpContext context) => WriteAsync(context, Page, [workspace, type, limit + 1], async (json, rows) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var i = 0; i < limit && await rows.ReadAsync(); i++) AssetJson.Write(json, rows);
        json.WriteEndArray();
        json.WriteString("next", "");
        json.WriteEndObject();
    });

    /// <summary>The rows in the order they come in, each as Director shows it.</summary>
    internal Task StructureAsync(Guid id, HttpContext context) => WriteAsync(context, Structure, [workspace, id], async (json, rows) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("rows");
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            AssetJson.Fields(json, rows);
            json.WriteNumber("pendingCount", rows.GetInt32(AssetColumns.Count));
            json.WriteStartArray("characterIds");
            foreach (var character in rows.GetFieldValue<Guid[]>(AssetColumns.Count + 1)) json.WriteStringValue(character);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>One look-up by key and nothing to show: what an unchanged structure may cost.</summary>
    internal async Task KeyAsync(Guid id, HttpContext context)
    {
        await using var command = database.CreateCommand("select revision from film_revisions where workspace_id = $1 and film_id = $2");
        command.Parameters.Add(new() { Value = workspace });
        command.Parameters.Add(new() { Value = id });
        var revision = await command.ExecuteScalarAsync();
        context.Response.Headers.ETag = $"\"{revision}\"";
        context.Response.StatusCode = StatusCodes.Status304NotModified;
    }

    private async Task WriteAsync(HttpContext context, string sql, object[] values, Func<Utf8JsonWriter, NpgsqlDataReader, Task> write)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync();
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        await write(json, rows);
        await json.FlushAsync();
    }
}
