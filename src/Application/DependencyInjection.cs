using Director.Application.Common.Behaviours;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Application;

/// <summary>Registers the use cases.</summary>
public static class DependencyInjection
{
    /// <summary>Adds every handler, every validator and the pipeline, outermost first.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var assembly = typeof(DependencyInjection).Assembly;
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Assets.Selecting>();
        services.AddScoped<Shots.ShotMaking>();
        services.AddScoped<Shots.LinkReplacing>();
        services.AddScoped<Films.Casting>();
        services.AddScoped<Assets.AssetMaking>();
        services.AddScoped<Assets.AssetPlacing>();
        services.AddScoped<Assets.ShotCoding>();
        services.AddScoped<Interchange.Import.ImportApplying>();
        services.AddScoped<Films.Demo.DemoDrawing>();
        services.AddScoped<Films.Demo.DemoPlanting>();
        services.AddScoped<Tags.Tagging>();
        services.AddScoped<Relationships.Linking>();
        services.AddScoped<Assets.Moving>();
        services.AddScoped<Events.AssetInverses>();
        services.AddScoped<Events.AssetUndoing>();
        services.AddScoped<Events.RelationshipUndoing>();
        services.AddScoped<Events.CollectionUndoing>();
        services.AddScoped<Events.TagUndoing>();
        services.AddScoped<Events.WhoChanged>();
        services.AddScoped<Collections.Gathering>();
        services.AddScoped<Generation.RecipeWriter>();
        services.AddScoped<Generation.GenerationAccepting>();
        services.AddScoped<Generation.GenerationCancelling>();
        services.AddScoped<Generation.Budgeting>();
        services.AddScoped<MediaFiles.MediaChildren>();
        services.AddScoped<MediaFiles.StorageQuota>();
        services.AddScoped<Notes.NoteWriting>();
        services.AddScoped<Workspaces.WorkspaceAnswers>();
        services.AddScoped<Workspaces.CrewNews>();
        services.AddScoped<Workspaces.Members.MemberRights>();
        services.AddScoped<Accounts.ProviderRole>();
        services.AddScoped<ServiceFactory>(sp => sp.GetRequiredService);
        foreach (var handler in assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var port in handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
                services.AddScoped(port, handler);
        }

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ArchiveBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehaviour<,>));
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        return services;
    }
}
