using System.Text.Json;
using Director.Api.Errors;
using Director.Api.OpenApi;
using Director.Application.Assets;
using Director.Application.Films;
using Director.Application.Generation;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints.Legacy;

/// <summary>The former system's <c>/api/characters</c>.</summary>
internal sealed class LegacyCharacterEndpoints : IEndpointGroup
{
    private const string Type = "character_ref";

    private static readonly string[] Images = ["reference_for", "contains", "uses_character"];
    private static readonly string[] Casts = ["cast_in", "contains"];
    private static readonly string[] Linked = ["image", "film"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/characters").WithTags("Former addresses");
        group.MapPost("", Create).WithName("legacyCreateCharacter").Runs<CreateAssetCommand>().WithSummary("Makes a character.").ReplacedBy("/api/assets");
        group.MapGet("", List).WithName("legacyListCharacters").Runs<ListAssetsQuery>().WithSummary("Lists characters.").ReplacedBy("/api/assets?type=character_ref");
        group.MapGet("/types/available", Types).WithName("legacyListCharacterTypes").Runs<ListAssetTypesQuery>().WithSummary("Lists the kinds of characters and their attributes.").ReplacedBy("/api/asset-types");
        group.MapGet("/models/available", Models).WithName("legacyListCharacterModels").Runs<ListModelsQuery>().WithSummary("Lists the models that make images.").ReplacedBy("/api/models");
        group.MapGet("/{id}", Get).WithName("legacyGetCharacter").Runs<GetAssetQuery>().WithSummary("Shows a character.").ReplacedBy("/api/assets/{id}");
        group.MapPut("/{id}", Update).WithName("legacyUpdateCharacter").WithSummary("Changes a character.").ReplacedBy("/api/assets/{id}");
        group.MapDelete("/{id}", Delete).WithName("legacyDeleteCharacter").WithSummary("Deletes a character; can be undone.").ReplacedBy("/api/assets/{id}");
        group.MapPost("/{id}/add-project", AddProject).WithName("legacyAddCharacterProject").Runs<CastCharacterCommand>().WithSummary("Casts a character in a film.").ReplacedBy("/api/films/{id}/cast");
    }

    private static async Task<Results<Created<LegacyCharacter>, ProblemHttpResult>> Create(LegacyNewCharacter body, IMediator app, CancellationToken ct) =>
        (await ShowAsync(app, await app.Send(
            new CreateAssetCommand
            {
                Type = Type,
                Name = body.Name,
                Description = body.Description,
                Details = LegacyCharacter.Details(body.Attributes, null),
                Metadata = body.ReferenceImages is { Count: > 0 } images ? new Dictionary<string, string?> { [LegacyCharacter.NamedImages] = LegacyCharacter.Write(images) } : null,
            }, ct), ct)).ToCreated(c => $"/api/characters/{c.Id}");

    private static async Task<Results<Ok<LegacyCharacters>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, [FromQuery(Name = "workspace_id")] string? workspaceId = null, [FromQuery(Name = "search")] string? search = null, [FromQuery(Name = "project_id")] string? projectId = null)
    {
        var found = await app.AllAsync(new AssetFilter { Types = [Type], Query = string.IsNullOrWhiteSpace(search) ? null : search }, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        List<LegacyCharacter> shown = [];
        foreach (var character in found.Value) shown.Add(LegacyCharacter.Of(character, await LinksAsync(app, character.Id, ct)));
        if (projectId is null) return TypedResults.Ok(new LegacyCharacters(shown));
        var film = await app.FindAsync(projectId, "film", ct);
        if (film.Error is { } unknown) return Problems.From(unknown);
        return TypedResults.Ok(new LegacyCharacters([.. shown.Where(c => c.ProjectsUsed.Contains(film.Value.Id))]));
    }

    private static async Task<Results<Ok<LegacyCharacter>, ProblemHttpResult>> Get(string id, IMediator app, CancellationToken ct) => (await ShowAsync(app, await app.FindAsync(id, Type, ct), ct)).ToOk();

    private static async Task<Results<Ok<LegacyCharacter>, ProblemHttpResult>> Update(string id, LegacyCharacterChange body, IMediator app, CancellationToken ct)
    {
        var found = await app.FindAsync(id, Type, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        Dictionary<string, object?> patch = [];
        if (body.Name is not null) patch["name"] = body.Name;
        if (body.Description is not null) patch["description"] = body.Description;
        if (body.Attributes is not null || body.ConsistencyPrompt is not null) patch["details"] = LegacyCharacter.Details(body.Attributes, body.ConsistencyPrompt);
        if (body.ReferenceImages is not null) patch["metadata"] = new Dictionary<string, string?> { [LegacyCharacter.NamedImages] = LegacyCharacter.Write(body.ReferenceImages) };
        return (await ShowAsync(app, await app.Send(new UpdateAssetCommand(found.Value.Id, JsonSerializer.SerializeToElement(patch), found.Value.Version), ct), ct)).ToOk();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string id, IMediator app, CancellationToken ct)
    {
        var found = await app.FindAsync(id, Type, ct);
        return found.Error is { } refused ? Problems.From(refused) : (await app.Send(new DeleteAssetCommand(found.Value.Id, null), ct)).ToNoContent();
    }

    private static async Task<Results<Ok<LegacyCharacter>, ProblemHttpResult>> AddProject(string id, [FromQuery(Name = "project_id")] string projectId, IMediator app, CancellationToken ct)
    {
        var found = await app.FindAsync(id, Type, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        var film = await app.FindAsync(projectId, "film", ct);
        if (film.Error is { } unknown) return Problems.From(unknown);
        return (await ShowAsync(app, await app.Send(new CastCharacterCommand(film.Value.Id, found.Value.Id), ct), ct)).ToOk();
    }

    private static async Task<Results<Ok<LegacyCharacterTypes>, ProblemHttpResult>> Types(IMediator app, CancellationToken ct)
    {
        var types = await app.Send(new ListAssetTypesQuery(), ct);
        return types.Error is { } refused ? Problems.From(refused) : TypedResults.Ok(new LegacyCharacterTypes([.. CharacterRefDetails.FieldsByType.Select(t => new LegacyCharacterType(t.Key, t.Value))]));
    }

    private static async Task<Results<Ok<LegacyModels>, ProblemHttpResult>> Models(IMediator app, CancellationToken ct)
    {
        var models = await app.Send(new ListModelsQuery(), ct);
        if (models.Error is { } refused) return Problems.From(refused);
        return TypedResults.Ok(new LegacyModels([.. models.Value.SelectMany(p => p.Models.Where(m => m.Kind is OutputKind.Image).Select(m => new LegacyModel(m.Name, p.Slug)))]));
    }

    private static async Task<Result<LegacyCharacter>> ShowAsync(IMediator app, Result<AssetDto> character, CancellationToken ct) =>
        character.Error is { } refused ? refused : LegacyCharacter.Of(character.Value, await LinksAsync(app, character.Value.Id, ct));

    private static async Task<IReadOnlyList<LinkedAssetDto>> LinksAsync(IMediator app, Guid id, CancellationToken ct) =>
        [.. await app.LinkedAsync(id, children: false, Images, Linked, ct), .. await app.LinkedAsync(id, children: true, Casts, Linked, ct)];
}
