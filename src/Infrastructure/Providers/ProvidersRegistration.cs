using Director.Application.Generation;
using Director.Application.PromptHelp;
using Director.Application.Providers;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.ComfyUI;
using Director.Infrastructure.Providers.Fal;
using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.Providers.Models;
using Director.Infrastructure.Providers.OpenAI;
using Director.Infrastructure.Providers.Own;
using Director.Infrastructure.Providers.PromptHelp;
using Director.Infrastructure.Providers.Replicate;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Providers;

/// <summary>Registers the outside providers. What is not configured is known by name and never made.</summary>
internal static class ProvidersRegistration
{
    internal static IServiceCollection AddOutsideProviders(this IServiceCollection services)
    {
        services.AddSingleton(new ProviderLimits());
        services.AddSingleton<Connections>();
        services.AddSingleton<OutputDownloads>();
        services.AddSingleton<ReferenceFiles>();
        services.AddSingleton<CallbackTokens>();
        services.AddSingleton<ModelCatalogue>();
        services.AddSingleton<ProviderKit>();
        services.AddSingleton<ServerProviders>();
        services.AddSingleton<OwnProviders>();
        services.AddScoped<OwnCredentials>();
        services.AddScoped<IGenerationProviders, WorkspaceProviders>();
        services.AddScoped<IProviderAccounts, ProviderAccounts>();
        services.AddSingleton<IProviderHooks, ProviderHooks>();
        services.AddProviderClients(PromptHelper.Name, _ => []);
        services.AddSingleton<IPromptHelper, PromptHelper>();
        services.AddScoped<IHelpLedger, HelpLedger>();
        services.AddOutside<FalRegistration>(FalProvider.Name, s => s.Fal is { } fal ? [fal.Queue, fal.Rest] : []);
        services.AddOutside<ReplicateRegistration>(ReplicateProvider.Name, s => s.Replicate is { } replicate ? [replicate.Address] : []);
        services.AddOutside<OpenAIRegistration>(OpenAIProvider.Name, s => s.OpenAI is { } openAI ? [openAI.Address] : []);
        services.AddSingleton<WorkflowFolder>();
        services.AddOutside<ComfyUIRegistration>(ComfyUIProvider.Name, s => s.ComfyUI is { } comfy ? [comfy.Address] : []);
        return services;
    }

    private static void AddOutside<TProvider>(this IServiceCollection services, string slug, Func<ProviderSettings, IReadOnlyCollection<Uri>> named) where TProvider : class, IOutsideProvider
    {
        services.AddSingleton<IOutsideProvider, TProvider>();
        services.AddProviderClients(slug, sp => named(sp.GetRequiredService<DirectorSettings>().Providers));
    }
}
