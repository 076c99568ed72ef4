using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Content;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Persistence.Repositories;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Jobs;

/// <summary>What an extraction's step does in the database, each time in a scope of its own, as the person who asked for it.</summary>
internal sealed class ExtractionScope(IServiceScopeFactory scopes, WorkspaceId workspace, UserId user, string name, ExtractionId extraction)
{
    private static readonly TimeSpan Lease = GenerationWorker.Lease;

    internal ExtractionId Extraction => extraction;

    /// <summary>Who asked; null when there is nothing to do.</summary>
    internal async Task<(UserId Id, string Name)?> AskerAsync(CancellationToken ct)
    {
        await using var scope = Open();
        var db = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();
        var by = await db.Set<Extraction>().AsNoTracking().Where(e => e.Id == extraction && e.EndedAt == null && e.DeletedAt == null).Select(e => (UserId?)e.CreatedBy).SingleOrDefaultAsync(ct);
        return by is { } asker ? (asker, await db.Users.Where(u => u.Id == asker.Value).Select(u => u.DisplayName).SingleOrDefaultAsync(ct) ?? "") : null;
    }

    internal async Task<bool> ClaimAsync(Guid token, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<ExtractionRepository>().ClaimAsync(extraction, token, Lease, ct);
    }

    internal async Task<bool> RenewAsync(Guid token, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<ExtractionRepository>().RenewAsync(extraction, token, Lease, ct);
    }

    internal async Task ProgressAsync(Guid token, int progress, CancellationToken ct)
    {
        await using var scope = Open();
        await scope.ServiceProvider.GetRequiredService<ExtractionRepository>().ProgressAsync(extraction, token, progress, ct);
    }

    /// <summary>Looks again later.</summary>
    internal async Task PutOffAsync(TimeSpan delay, CancellationToken ct)
    {
        await using var scope = Open();
        var queue = scope.ServiceProvider.GetRequiredService<IExtractionQueue>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync<Result<Done>>("putOffExtraction", async token =>
        {
            await queue.EnqueueAsync(extraction, delay, token);
            return Done.Ok;
        }, ct);
    }

    internal async Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }

    /// <summary>A file of the workspace; null when it is gone.</summary>
    internal async Task<Stream?> OpenAsync(string sha256, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<IBlobStore>().OpenAsync(sha256, ct);
    }

    /// <summary>Puts a text into the store.</summary>
    internal async Task<Result<StoredBlob>> KeepAsync(byte[] text, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<IBlobStore>().PutAsync(new MemoryStream(text, writable: false), text.Length, ct);
    }

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace, user, name, $"extraction:{extraction.Value:N}");
        return scope;
    }
}
