using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Common.Paging;
using Director.Application.Generation;
using Director.Application.PromptHelp;
using Director.Domain.Common;
using Director.Domain.Generation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Generations and what they can be made with.</summary>
internal sealed class GenerationEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/shots/{id:guid}/generate", GenerateShot).WithName("generateShotTakes").WithTags("Generation").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPost("/assets/{id:guid}/generate", GenerateImages).WithName("generateImages").WithTags("Generation").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/shots/{id:guid}/prompt", Prompt).WithName("getShotPrompt").WithTags("Generation");
        api.MapPost("/films/{id:guid}/generate", GenerateFilm).WithName("generateFilmTakes").WithTags("Generation").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPost("/films/{id:guid}/generations/cancel", CancelFilm).WithName("cancelFilmGenerations").WithTags("Generation");
        api.MapPost("/shots/{id:guid}/generations/cancel", CancelShot).WithName("cancelShotGenerations").WithTags("Generation");
        api.MapGet("/models", Models).WithName("listModels").WithTags("Generation");
        api.MapPost("/providers/{slug}/test", TestProvider).WithName("testProvider").WithTags("Generation").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPost("/prompts/enhance", Enhance).WithName("enhancePrompt").WithTags("Generation").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPost("/scenes/{id:guid}/propose-shots", Propose).WithName("proposeShots").WithTags("Generation").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        var takes = api.MapGroup("/takes/{id:guid}").WithTags("Generation");
        takes.MapPost("/regenerate", Regenerate).WithName("regenerateTake").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        takes.MapGet("/recipe", Recipe).WithName("getTakeRecipe");
        takes.MapGet("/recipe-difference", Difference).WithName("getRecipeDifference");
        var group = api.MapGroup("/generations").WithTags("Generation");
        group.MapGet("", List).WithName("listGenerations");
        group.MapPost("/estimate", Estimate).WithName("estimateGeneration");
        group.MapGet("/{id:guid}", Get).WithName("getGeneration");
        group.MapPost("/{id:guid}/cancel", Cancel).WithName("cancelGeneration");
        group.MapPost("/{id:guid}/retry", Retry).WithName("retryGeneration");
    }

    private static async Task<Results<Accepted<IReadOnlyList<AcceptedGenerationDto>>, ProblemHttpResult>> GenerateShot(Guid id, GenerateShotTakesBody? body, IMediator app, CancellationToken ct) =>
        (await app.Send(new GenerateShotTakesCommand(id, (body ??= new()).Wish(), body.Count, body.MaxCost), ct)).ToAccepted($"/api/generations?shotId={id}");

    private static async Task<Results<Accepted<IReadOnlyList<AcceptedGenerationDto>>, ProblemHttpResult>> GenerateImages(Guid id, GenerateImagesBody? body, IMediator app, CancellationToken ct) =>
        (await app.Send((body ?? new()).Command(id), ct)).ToAccepted($"/api/generations?shotId={id}");

    private static async Task<Results<Ok<ShotPromptDto>, ProblemHttpResult>> Prompt(Guid id, string? feedback, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetShotPromptQuery(id, feedback), ct)).ToOk();

    private static async Task<Results<Accepted<FilmGenerationDto>, ProblemHttpResult>> GenerateFilm(Guid id, GenerateFilmTakesBody? body, IMediator app, CancellationToken ct) =>
        (await app.Send(new GenerateFilmTakesCommand(id, body?.Provider, body?.Model, body?.Count ?? 1, body?.MaxCost, body?.Priority), ct)).ToAccepted($"/api/generations?filmId={id}");

    private static async Task<Results<Ok<CancelledDto>, ProblemHttpResult>> CancelShot(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new CancelShotGenerationsCommand(id), ct)).ToOk();

    private static async Task<Results<Ok<CancelledDto>, ProblemHttpResult>> CancelFilm(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new CancelFilmGenerationsCommand(id), ct)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<ProviderDto>>, ProblemHttpResult>> Models(IMediator app, CancellationToken ct) =>
        (await app.Send(new ListModelsQuery(), ct)).ToOk();

    private static async Task<Results<Ok<ProviderTestDto>, ProblemHttpResult>> TestProvider(string slug, IMediator app, CancellationToken ct) =>
        (await app.Send(new TestProviderQuery(slug), ct)).ToOk();

    private static async Task<Results<Accepted<IReadOnlyList<AcceptedGenerationDto>>, ProblemHttpResult>> Regenerate(Guid id, RegenerateTakeBody body, IMediator app, CancellationToken ct) =>
        (await app.Send(new RegenerateTakeCommand(id, body.Mode, body.Count, body.Feedback, body.MaxCost, body.Priority), ct)).ToAccepted("/api/generations");

    private static async Task<Results<Ok<EnhancedPromptDto>, ProblemHttpResult>> Enhance(EnhancePromptCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToOk();

    private static async Task<Results<Ok<ProposedShotsDto>, ProblemHttpResult>> Propose(Guid id, ProposeShotsBody? body, IMediator app, CancellationToken ct) =>
        (await app.Send(new ProposeShotsCommand(id, body?.Count, body?.Instructions), ct)).ToOk();

    private static async Task<Results<Ok<TakeRecipeDto>, ProblemHttpResult>> Recipe(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetTakeRecipeQuery(id), ct)).ToOk();

    private static async Task<Results<Ok<RecipeDifferenceDto>, ProblemHttpResult>> Difference(Guid id, Guid with, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetRecipeDifferenceQuery(id, with), ct)).ToOk();

    private static async Task<Results<Ok<Page<GenerationDto>>, ProblemHttpResult>> List([AsParameters] GenerationListParameters query, IMediator app, CancellationToken ct)
    {
        var filter = query.Filter();
        return filter.Error is { } unknown ? Problems.From(unknown) : (await app.Send(new ListGenerationsQuery(filter.Value), ct)).ToOk();
    }

    private static async Task<Results<Ok<EstimateDto>, ProblemHttpResult>> Estimate(EstimateGenerationQuery body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToOk();

    private static async Task<Results<Ok<GenerationDto>, ProblemHttpResult>> Get(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetGenerationQuery(id), ct)).ToOk();

    private static async Task<Results<Ok<GenerationDto>, ProblemHttpResult>> Cancel(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new CancelGenerationCommand(id), ct)).ToOk();

    private static async Task<Results<Accepted<AcceptedGenerationDto>, ProblemHttpResult>> Retry(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new RetryGenerationCommand(id), ct)).ToAccepted();
}

/// <summary>What is asked of a shot; everything left out is chosen.</summary>
internal sealed record GenerateShotTakesBody
{
    /// <summary>The provider's slug; absent: the first that can be used.</summary>
    public string? Provider { get; init; }
    /// <summary>The model; absent: the provider's first.</summary>
    public string? Model { get; init; }
    /// <summary>The prompt; absent: composed from the shot, its characters and its camera.</summary>
    public string? Prompt { get; init; }
    /// <summary>What to leave out.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>The first take's seed, the next ones count up; absent: each its own.</summary>
    public long? Seed { get; init; }
    /// <summary>How many takes, 1 to 16.</summary>
    public int Count { get; init; } = 1;
    /// <summary>The provider's other settings.</summary>
    public Dictionary<string, string>? Parameters { get; init; }
    /// <summary>The take to refine.</summary>
    public Guid? ParentTakeId { get; init; }
    /// <summary>What should be different from it.</summary>
    public string? Feedback { get; init; }
    /// <summary>Whether provider, model, seed and settings that are left out are taken over from the recipe of the selected take of the shot before, in film order.</summary>
    public bool InheritFromPrevious { get; init; }
    /// <summary>The most that all of them may be expected to cost, in the workspace's currency; dearer is refused.</summary>
    public decimal? MaxCost { get; init; }
    /// <summary>Higher goes first within the workspace, −100 to 100; 10 when absent.</summary>
    public int? Priority { get; init; }

    internal GenerationWish Wish() => new()
    {
        Provider = Provider,
        Model = Model,
        Prompt = Prompt,
        NegativePrompt = NegativePrompt,
        Seed = Seed,
        Parameters = Parameters,
        ParentTakeId = ParentTakeId,
        Feedback = Feedback,
        InheritFromPrevious = InheritFromPrevious,
        Priority = Priority,
    };
}

/// <summary>What shots are proposed by.</summary>
/// <param name="Count">How many at most, 1 to 40; absent: as the scene needs.</param>
/// <param name="Instructions">What to look out for.</param>
internal sealed record ProposeShotsBody(int? Count = null, string? Instructions = null);

/// <summary>What other takes keep of this one.</summary>
/// <param name="Mode">same: the recipe as it was; remix: all but the seed; seed: its seed and settings with the shot as it is now; refine: the recipe and the feedback.</param>
/// <param name="Count">How many takes, 1 to 16; from the second on each has the next seed.</param>
/// <param name="Feedback">What should be different; needed to refine, refused otherwise.</param>
/// <param name="MaxCost">The most that all of them may be expected to cost, in the workspace's currency; dearer is refused.</param>
/// <param name="Priority">Higher goes first within the workspace, −100 to 100; 10 when absent.</param>
internal sealed record RegenerateTakeBody(RegenerationMode Mode, int Count = 1, string? Feedback = null, decimal? MaxCost = null, int? Priority = null);

/// <summary>What is asked of a character, location, prop or style; everything left out is chosen.</summary>
internal sealed record GenerateImagesBody
{
    /// <summary>How many images, 1 to 16.</summary>
    public int Count { get; init; } = 1;
    /// <summary>Said after the words that keep it looking the same.</summary>
    public string? Prompt { get; init; }
    /// <summary>What to leave out.</summary>
    public string? NegativePrompt { get; init; }
    /// <summary>The provider's slug; absent: the first that can be used.</summary>
    public string? Provider { get; init; }
    /// <summary>The model; absent: the provider's first that makes images.</summary>
    public string? Model { get; init; }
    /// <summary>The first image's seed, the next ones count up; absent: each its own.</summary>
    public long? Seed { get; init; }
    /// <summary>The provider's other settings.</summary>
    public Dictionary<string, string>? Parameters { get; init; }
    /// <summary>The most that all of them may be expected to cost, in the workspace's currency; dearer is refused.</summary>
    public decimal? MaxCost { get; init; }
    /// <summary>Higher goes first within the workspace, −100 to 100; 10 when absent.</summary>
    public int? Priority { get; init; }

    internal GenerateImagesCommand Command(Guid id) => new(id, Count, Prompt, NegativePrompt, Provider, Model, Seed, Parameters, MaxCost, Priority);
}

/// <summary>What is asked of a film.</summary>
/// <param name="Provider">The provider's slug; absent: the first that can be used.</param>
/// <param name="Model">The model; absent: the provider's first.</param>
/// <param name="Count">Takes of each shot, 1 to 16.</param>
/// <param name="MaxCost">The most that all of them may be expected to cost, in the workspace's currency; dearer is refused.</param>
/// <param name="Priority">Higher goes first within the workspace, −100 to 100; 0 when absent, behind what is asked of single shots.</param>
internal sealed record GenerateFilmTakesBody(string? Provider = null, string? Model = null, int Count = 1, decimal? MaxCost = null, int? Priority = null);

/// <summary>How generations are listed.</summary>
internal sealed class GenerationListParameters
{
    [FromQuery(Name = "filmId")] public Guid? FilmId { get; init; }
    [FromQuery(Name = "shotId")] public Guid? ShotId { get; init; }
    [FromQuery(Name = "state")] public string[]? State { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }

    internal Result<GenerationFilter> Filter()
    {
        var states = new List<GenerationStatus>();
        foreach (var name in State ?? [])
        {
            // By name alone: Enum.TryParse would take numbers too.
            if (!States.TryGetValue(name, out var state)) return Error.Field("state", $"state is one of {string.Join(", ", States.Keys)}.");
            states.Add(state);
        }

        return new GenerationFilter(FilmId, ShotId, states, Cursor, Limit ?? 50);
    }

    private static readonly Dictionary<string, GenerationStatus> States =
        Enum.GetValues<GenerationStatus>().ToDictionary(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString()), StringComparer.Ordinal);
}
