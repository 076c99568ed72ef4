using Director.Application.Generation;
using Director.Domain.Common;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Jobs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Providers.Hooks;

/// <inheritdoc cref="IProviderHooks" />
internal sealed class ProviderHooks(ServerProviders providers, CallbackTokens tokens, IServiceScopeFactory scopes, ILogger<ProviderHooks> log) : IProviderHooks
{
    private static readonly Error Refused = new("hook.refused", "This report is not signed by the provider, is too old, or is about other work.", ErrorKind.Unauthenticated);

    public bool Knows(string provider, string token) => providers.Outside.Any(o => o.Slug == provider) && tokens.Read(provider, token) is not null;

    public async Task<Result<Done>> ReceiveAsync(ProviderHookCall call, CancellationToken ct)
    {
        if (tokens.Read(call.Provider, call.Token) is not { } subject) return Refused;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(subject.Workspace, default, "", $"hook:{subject.Generation.Value:N}");
        // Whose key the work was handed over with is whose signature the report has to bear.
        var sender = await scope.ServiceProvider.GetRequiredService<IGenerationProviders>().FindAsync(call.Provider, ct);
        if ((sender as HttpProvider)?.Hooks is not { } reader) return Refused;
        if (await reader.ReadAsync(call, ct) is not { } reported)
        {
            log.LogWarning("A report that claims to come from {Provider} about generation {GenerationId} was refused", call.Provider, subject.Generation.Value);
            return Refused;
        }

        var facts = await scope.ServiceProvider.GetRequiredService<GenerationFacts>().ReadAsync(subject.Generation, ct);
        if (facts is null || facts.Provider != call.Provider) return Refused;
        // A genuine report of other work, sent again to this address.
        if (facts.Last?.Attempt == subject.Attempt && facts.ExternalId is { } known && !reader.IsSame(known, reported)) return Refused;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReportGenerationCommand(subject.Generation, subject.Attempt, reported), ct);
    }
}
