using System.CommandLine;
using Director.Api.Hosting;
using Director.Application.Films.Demo;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Serilog;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director seed demo</c>: plants the demonstration film, beside a running server or without one.</summary>
internal static class SeedCommand
{
    internal static Command Create()
    {
        var workspace = new Option<string?>("--workspace") { Description = "The workspace's slug; needed when there are several." };
        var demo = new Command("demo", "Plant the demonstration film: 3 scenes, 12 shots, 48 takes.") { workspace };
        demo.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(token => RunAsync(parsed.GetValue(workspace), token), cancellationToken));
        return new Command("seed", "Fill a workspace with something to try.") { demo };
    }

    private static async Task<int> RunAsync(string? slug, CancellationToken cancellationToken)
    {
        await using var log = DirectorLogging.ForCommand();
        using var loggers = new SerilogLoggerFactory(log);
        var builder = DirectorHost.CreateBuilder([]);
        var settings = DirectorSettings.Load(builder.Configuration);
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, loggers.CreateLogger("Director"), cancellationToken);
        var connections = await database.SetUpAsync(fresh: false, cancellationToken);

        builder.Services.AddSerilog(log);

        // Built but never started: nothing listens and no worker runs, which this needs neither of.
        await using var app = DirectorHost.Build(builder, settings);
        app.Services.GetRequiredService<AppDatabase>().ConnectionString = connections.App.Reveal();
        if (await ChooseAsync(app.Services, slug, cancellationToken) is not { } workspace) return ExitCodes.Usage;

        await using var scope = app.Services.CreateAsyncScope();
        var owner = await OwnerAsync(app.Services, workspace, cancellationToken);
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace.Id, new UserId(owner.Id), owner.DisplayName, "seed");
        await Console.Error.WriteLineAsync($"Drawing {DemoFacts.Takes} takes…");
        var planted = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PlantDemoFilmCommand(), cancellationToken);
        if (planted.Error is { } refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return ExitCodes.Refused;
        }

        Console.WriteLine(planted.Value.Id);
        await Console.Error.WriteLineAsync($"“{planted.Value.Name}” is in {workspace.Name}.");
        return ExitCodes.Done;
    }

    private static async Task<Workspace?> ChooseAsync(IServiceProvider services, string? slug, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<DirectorDbContext>().Workspaces.AsNoTracking().OrderBy(w => w.CreatedAt).ToListAsync(ct);
        var chosen = slug is null ? (all.Count == 1 ? all[0] : null) : all.FirstOrDefault(w => w.Slug == slug);
        if (chosen is null)
        {
            await Console.Error.WriteLineAsync(all.Count == 0
                ? "Nobody has an account yet: open Director in a browser and set it up first (the demonstration film is offered there too)."
                : $"Say which workspace with --workspace: {string.Join(", ", all.Select(w => w.Slug))}.");
        }

        return chosen;
    }

    /// <summary>The first member of a workspace: whoever set it up.</summary>
    private static async Task<DirectorUser> OwnerAsync(IServiceProvider services, Workspace workspace, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace.Id, default, "seed", "seed");
        var db = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();
        var member = await db.Members.AsNoTracking().Where(m => m.WorkspaceId == workspace.Id).OrderBy(m => m.CreatedAt).FirstAsync(ct);
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == member.UserId.Value, ct);
    }
}
