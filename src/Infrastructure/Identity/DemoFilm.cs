using Director.Application.Common.Ports;
using Director.Application.Films.Demo;
using Director.Domain.Workspaces;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Identity;

/// <summary>Plants the demonstration film in a scope of its own, on behalf of whoever asked. A film that cannot be planted does not undo the set-up.</summary>
internal sealed class DemoFilm(IServiceScopeFactory scopes, ILogger<DemoFilm> log) : IDemoFilm
{
    public async Task PlantAsync(WorkspaceId workspace, UserId user, string userName, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace, user, userName, "demo");
        var planted = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PlantDemoFilmCommand(), ct);
        if (planted.Error is { } refused) log.LogWarning("The demonstration film was not planted: {ErrorCode}", refused.Code);
    }
}
