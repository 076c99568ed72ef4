using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Api.Hosting;

/// <summary>The database answers, and the role the server works as cannot get round the walls between workspaces.</summary>
internal sealed class DatabaseReadiness(NpgsqlDataSource app) : IReadinessCheck
{
    public string Name => "database";

    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        var ways = await AppRoleCheck.FindWaysAsync(connection, cancellationToken);
        return ways.Count == 0 ? null : string.Join("; ", ways);
    }
}
