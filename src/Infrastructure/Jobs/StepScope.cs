using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Jobs;

/// <summary>What a step does in the database, each time in a scope of its own, as the person who asked for the generation.</summary>
internal sealed class StepScope(IServiceScopeFactory scopes, WorkspaceId workspace, UserId user, string name, GenerationId generation)
{
    /// <summary>The most bytes one output may have.</summary>
    private const long OutputLimit = 2L * 1024 * 1024 * 1024;

    internal GenerationId Generation => generation;

    internal async Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }

    internal async Task<Facts?> FactsAsync(CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<GenerationFacts>().ReadAsync(generation, ct);
    }

    /// <summary>The provider as this workspace reaches it now.</summary>
    internal async Task<IGenerationProvider?> ProviderAsync(string slug, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<IGenerationProviders>().FindAsync(slug, ct);
    }

    internal async Task<bool> ClaimAsync(Guid token, CancellationToken ct)
    {
        await using var scope = Open();
        var generations = scope.ServiceProvider.GetRequiredService<IGenerationRepository>();
        var claimed = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync<Result<bool>>("claimGeneration", async token2 =>
        {
            if (await generations.ClaimAsync(generation, token, GenerationWorker.Lease, token2)) return true;
            // Held by somebody who may be dead: come back when the lease has run out.
            if (await generations.HeldForAsync(generation, token2) is { } left)
                await scope.ServiceProvider.GetRequiredService<IGenerationQueue>().EnqueueAsync([generation], left + TimeSpan.FromMilliseconds(100), token2);
            return false;
        }, ct);
        return claimed is { Error: null, Value: true };
    }

    internal async Task<bool> RenewAsync(Guid token, CancellationToken ct)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<IGenerationRepository>().RenewAsync(generation, token, GenerationWorker.Lease, ct);
    }

    /// <summary>Puts an output into the store, if it is a picture, a clip or a sound.</summary>
    internal async Task<Result<Domain.Assets.Media>> KeepAsync(ProviderOutput output, CancellationToken ct)
    {
        await using var scope = Open();
        var blob = await scope.ServiceProvider.GetRequiredService<IBlobStore>().PutAsync(output.Content, OutputLimit, ct);
        if (blob.Error is { } unkept) return unkept;
        var media = await scope.ServiceProvider.GetRequiredService<IMediaProbe>().ProbeAsync(blob.Value, ct);
        return media.Error is null && media.Value.ContentType.Split('/')[0] is not ("image" or "video" or "audio") ? Application.MediaFiles.MediaErrors.Unsupported : media;
    }

    /// <summary>Tells how the provider fared; providers in this house cannot be down.</summary>
    internal async Task ReportAsync(IGenerationProvider provider, ProviderAnswer answer, CancellationToken ct)
    {
        if (provider.FreeToRepeat || answer is ProviderAnswer.Unclear) return;
        await using var scope = Open();
        await scope.ServiceProvider.GetRequiredService<IProviderHealth>().ReportAsync(provider.Account, (answer as ProviderAnswer.Refused)?.Failure, ct);
    }

    /// <summary>The generation is not there any more.</summary>
    internal async Task ForgetAsync(CancellationToken ct)
    {
        await using var scope = Open();
        await scope.ServiceProvider.GetRequiredService<GenerationTurns>().ForgetAsync(generation, ct);
    }

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace, user, name, $"generation:{generation.Value:N}");
        return scope;
    }
}
