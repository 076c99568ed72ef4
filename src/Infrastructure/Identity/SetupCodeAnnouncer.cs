using Director.Application.Common.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Identity;

/// <summary>Prints the one-time set-up code at start while nobody has an account.</summary>
internal sealed class SetupCodeAnnouncer(SetupCode code, IServiceScopeFactory scopes, ILogger<SetupCodeAnnouncer> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IAccounts>().AnyAsync(cancellationToken))
            log.LogInformation("Nobody has an account yet. Set-up from another machine needs this one-time code: {SetupCode:l}", code.Text);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
