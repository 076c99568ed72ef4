using Director.Application.Common.Ports;
using Director.Application.Notes;
using Director.Application.Sharing;
using Director.Application.Sharing.Guests;
using Director.Application.Workspaces;
using Director.Domain.Notes;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence.Queries;
using Director.Infrastructure.Persistence.Repositories;
using Director.Infrastructure.Sharing;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Workspaces;

/// <summary>Registers workspaces, the people in them, and what lets others in.</summary>
internal static class WorkspaceRegistration
{
    internal static IServiceCollection AddWorkspaces(this IServiceCollection services)
    {
        services.AddScoped<IWorkspaceRepository, WorkspaceRepository>();
        services.AddScoped<IWorkspaceReader, WorkspaceReader>();
        services.AddScoped<IWorkspaceEraser, WorkspaceEraser>();
        services.AddHostedService<ErasedFilesSweep>();
        services.AddSingleton<ArchiveMemory>();
        services.AddScoped<IArchive, Archive>();
        services.AddScoped<IVisit, Visit>();
        services.AddSingleton<ISecretTokens, SecretTokens>();
        services.AddScoped<IPassphrases, Passphrases>();
        return services.AddSharing();
    }

    private static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.AddScoped<IShareRepository, ShareRepository>();
        services.AddScoped<IShareReader, ShareReader>();
        services.AddScoped<INoteRepository, NoteRepository>();
        services.AddScoped<INoteReader, NoteReader>();
        services.AddSingleton<GuestTickets>();
        services.AddScoped<IGuestGate, GuestGate>();
        services.AddScoped<IWatermarks, Watermarks>();
        services.AddScoped<IClipWatermarks, ClipWatermarks>();
        return services;
    }
}
