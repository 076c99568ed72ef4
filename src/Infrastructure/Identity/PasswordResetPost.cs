using System.Threading.Channels;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Infrastructure.Configuration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Identity;

/// <summary>
/// Sends links for a new password, behind the requests' backs: who asks cannot tell by the clock whether there is such an account. What is
/// waiting when the server is killed is lost; whoever asked asks again.
/// </summary>
internal sealed class PasswordResetPost(IServiceScopeFactory scopes, IMailer mailer, PasswordResetTickets tickets, DirectorSettings settings, ILogger<PasswordResetPost> log)
    : BackgroundService
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan[] Retries = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal void Add(string email)
    {
        if (mailer.IsConfigured && email.Length <= AccountLimits.Email && !email.Any(char.IsControl)) waiting.Writer.TryWrite(email);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await WriteAsync(email) is { } mail) await SendAsync(mail, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "A link for a new password could not be sent");
            }
        }
    }

    private async Task<Application.Common.Ports.Mail?> WriteAsync(string email)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<DirectorUser>>().FindByEmailAsync(email);
        if (user is null || user.DisabledAt is not null) return null;
        // Behind the #, so that it reaches neither a server's log nor another site.
        var link = $"{(settings.PublicUrl?.ToString() ?? DirectorSettings.DefaultUrl).TrimEnd('/')}/reset-password#token={tickets.Seal(user)}";
        return new Application.Common.Ports.Mail(user.Email!, "Your Director password", $"""
            Somebody, probably you, asked for a new password for {user.Email} at Director.

            {link}

            The link works once, for an hour. If it was not you, do nothing: the password stays as it is.
            """);
    }

    private async Task SendAsync(Application.Common.Ports.Mail mail, CancellationToken ct)
    {
        foreach (var pause in Retries)
        {
            try
            {
                await mailer.SendAsync(mail, ct);
                return;
            }
            catch (IOException e)
            {
                log.LogInformation(e, "The mail server did not take a mail; trying again in {Seconds} s", pause.TotalSeconds);
                await Task.Delay(pause, ct);
            }
        }

        await mailer.SendAsync(mail, ct);
    }
}
