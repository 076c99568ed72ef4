using System.Reflection;

namespace Director.Api.Endpoints;

/// <summary>The endpoints of one resource. Classes that implement it are found and mapped below <c>/api</c>.</summary>
internal interface IEndpointGroup
{
    /// <summary>Maps the routes; reads as a table of contents.</summary>
    static abstract void Map(IEndpointRouteBuilder api);
}

/// <summary>Maps everything.</summary>
public static class DirectorApi
{
    /// <summary>Maps every endpoint group; all of them refuse anonymous callers unless they say otherwise.</summary>
    public static IEndpointRouteBuilder MapDirectorApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        ((IEndpointConventionBuilder)api).Add(QueryWords.Translate);
        foreach (var group in typeof(DirectorApi).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && typeof(IEndpointGroup).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal))
            group.GetMethod(nameof(IEndpointGroup.Map), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [api]);
        return app;
    }
}
