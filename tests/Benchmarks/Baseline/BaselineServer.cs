using Npgsql;

namespace Director.Benchmarks.Baseline;

/// <summary>
/// The least that could answer the same: minimal API, statements by hand as the owner of the tables, JSON written from the rows
/// as they arrive. No accounts, no workspaces, no checks, no record, no log.
/// </summary>
internal static class BaselineServer
{
    internal static async Task<int> RunAsync(string connection, Guid workspace, string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");

        await using var database = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 50 }.ConnectionString).Build();
        var reads = new BaselineReads(database, workspace);
        var writes = new BaselineWrites(database, workspace);
        app.MapGet("/ready", () => "ready");
        app.MapGet("/api/assets/{id:guid}", reads.OneAsync);
        app.MapGet("/api/assets", reads.PageAsync);
        app.MapGet("/api/films/{id:guid}/structure", reads.StructureAsync);
        app.MapGet("/key/{id:guid}", reads.KeyAsync);
        app.MapPost("/api/assets", writes.CreateAsync);
        app.MapPut("/api/shots/{id:guid}/selected-take", writes.SelectAsync);
        await app.RunAsync();
        return 0;
    }
}
