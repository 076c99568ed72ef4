using System.Text.Json;
using Director.Infrastructure.Persistence.Queries;
using Npgsql;

namespace Director.Benchmarks.Baseline;

/// <summary>The writes of the baseline: one transaction that changes the row and one statement that reads it for the answer.</summary>
internal sealed class BaselineWrites(NpgsqlDataSource database, Guid workspace)
{
    private const string Insert = """
        insert into assets (workspace_id, id, type, name, metadata, root_id, position, favorite, circled, take_count, last_child_number,
          created_at, created_by, updated_at, updated_by, version, details, details_version)
        values ($1, $2, $3, $4, '{}', $2, 'a0', false, false, 0, 0, $5, $6, $5, $6, 1, $7::jsonb, 1)
        """;

    private const string Pick = """
        update assets s set selected_child_id = t.id, selected_at = $4, selected_by = s.created_by, selected_number = t.number,
          updated_at = $4, version = s.version + 1
        from assets t where s.workspace_id = $1 and s.id = $2 and t.workspace_id = $1 and t.id = $3 and t.parent_id = s.id
        """;

    private const string Show = $"select {AssetColumns.Select} from assets a where a.workspace_id = $1 and a.id = $2";

    private static readonly Guid Somebody = new("018f0000-0000-7000-8000-000000000001");

    private sealed record NewAsset(string Type, string Name, JsonElement Details);

    private sealed record TakePick(Guid TakeId);

    internal async Task CreateAsync(HttpContext context)
    {
        var body = (await context.Request.ReadFromJsonAsync<NewAsset>())!;
        var now = TimeProvider.System.GetUtcNow();
#pragma warning disable RS0030 // there is nobody here to inject anything
        var id = Guid.CreateVersion7(now);
#pragma warning restore RS0030
        context.Response.StatusCode = StatusCodes.Status201Created;
        await RunAsync(context, id, Insert, [workspace, id, body.Type, body.Name, now, Somebody, body.Details.GetRawText()]);
    }

    internal async Task SelectAsync(Guid id, HttpContext context)
    {
        var body = (await context.Request.ReadFromJsonAsync<TakePick>())!;
        await RunAsync(context, id, Pick, [workspace, id, body.TakeId, TimeProvider.System.GetUtcNow()]);
    }

    private async Task RunAsync(HttpContext context, Guid id, string change, object[] values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(change, connection))
        {
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync();
        }

        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        await using (var show = new NpgsqlCommand(Show, connection))
        {
            show.Parameters.Add(new() { Value = workspace });
            show.Parameters.Add(new() { Value = id });
            await using var rows = await show.ExecuteReaderAsync();
            await rows.ReadAsync();
            AssetJson.Write(json, rows);
        }

        await transaction.CommitAsync();
        await json.FlushAsync();
    }
}
