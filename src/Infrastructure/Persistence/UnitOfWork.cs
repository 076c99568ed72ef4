using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Infrastructure.Persistence.Activity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Director.Infrastructure.Persistence;

/// <summary>
/// One transaction of one workspace: what the handler changed, one activity row per changed thing, and the touched films'
/// revisions last and in id order, so that two commands never wait for each other in a circle.
/// </summary>
internal sealed class UnitOfWork(DirectorDbContext db, RunningTransaction running, ActivityRecorder recorder, ICaller caller) : IUnitOfWork
{
    private const string Step = "step";

    private const string RaiseRevisions = """
        insert into film_revisions (workspace_id, film_id, revision)
        select workspace_id, id, 1 from assets
        where workspace_id = {0} and type = 'film'
          and (id = any({1}) or id in (select child_id from asset_relationships where workspace_id = {0} and kind = 'cast_in' and parent_id = any({1}))
            or id in (select film_id from take_sources where workspace_id = {0} and asset_id = any({1})))
        order by id
        on conflict (workspace_id, film_id) do update set revision = film_revisions.revision + 1
        """;

    public Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> work, CancellationToken ct) where T : IRefusable<T> =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear();
            recorder.Begin(operation);
            // EF would set and release one around every save, two round trips each. A save that fails ends the whole unit, or its step, which has its own.
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            running.Current = (NpgsqlTransaction)transaction.GetDbTransaction();
            try
            {
                var result = await work(token);
                if (result.Error is not null) return result;
                await FlushAsync(token);
                await RaiseFilmRevisions(token);
                await transaction.CommitAsync(token);
                return result;
            }
            catch (Exception e) when (ConstraintErrors.Of(e) is { } refused)
            {
                // Uniqueness is the index's job: a racer that lost it gets the refusal, not a 500.
                return T.Refused(refused);
            }
            finally
            {
                running.Current = null;
                db.ChangeTracker.Clear();
            }
        }, ct);

    public async Task<T> StepAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken ct) where T : IRefusable<T>
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("A step belongs to a unit of work that is running.");
        await transaction.CreateSavepointAsync(Step, ct);
        Error? refused;
        try
        {
            var result = await step(ct);
            refused = result.Error;
            if (refused is null)
            {
                await FlushAsync(ct);
                await transaction.ReleaseSavepointAsync(Step, ct);
                return result;
            }
        }
        catch (Exception e) when (ConstraintErrors.Of(e) is { } broken)
        {
            refused = broken;
        }

        await transaction.RollbackToSavepointAsync(Step, ct);
        await transaction.ReleaseSavepointAsync(Step, ct);
        db.ChangeTracker.Clear();
        return T.Refused(refused);
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        recorder.Record();
        await db.SaveChangesAsync(ct);
    }

    private async Task RaiseFilmRevisions(CancellationToken ct)
    {
        var films = recorder.TouchedRoots;
        if (films.Count > 0 && caller.WorkspaceId is { } workspace)
            await db.Database.ExecuteSqlRawAsync(RaiseRevisions, [workspace.Value, films.ToArray()], ct);
    }
}

/// <summary>Which refusal a broken database constraint means.</summary>
internal static class ConstraintErrors
{
    private static readonly Dictionary<string, Error> Known = new(StringComparer.Ordinal)
    {
        ["ux_assets_code"] = AssetErrors.CodeTaken,
        ["ux_assets_external_id"] = AssetErrors.ExternalIdTaken,
        ["fk_assets_pick"] = AssetErrors.PickNotAChild,
        ["ux_asset_relationships_ends"] = Domain.Relationships.RelationshipErrors.Exists,
        ["ux_workspaces_slug"] = Domain.Workspaces.WorkspaceErrors.SlugTaken,
        ["pk_workspace_members"] = Domain.Workspaces.WorkspaceErrors.MemberExists,
        ["ux_api_keys_name"] = Domain.Workspaces.ApiKeyErrors.NameTaken,
        ["ux_tags_name"] = Domain.Tags.TagErrors.NameTaken,
    };

    private const string ToWorkspace = "_workspaces_workspace_id";

    internal static Error? Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is PostgresException { ConstraintName: { } name } && Known.TryGetValue(name, out var error)) return error;
            // The workspace was deleted while the command ran.
            if (e is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation, ConstraintName: { } key } && key.EndsWith(ToWorkspace, StringComparison.Ordinal))
                return Domain.Workspaces.WorkspaceErrors.NotFound;
        }

        return null;
    }
}
