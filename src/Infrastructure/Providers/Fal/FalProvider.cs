using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.Providers.Fal;

/// <summary>fal's queue: submit, look, bring, cancel. There is no state for failed work: it is completed, with an error.</summary>
internal sealed class FalProvider : HttpProvider
{
    internal const string Name = "fal";

    private readonly FalSettings settings;
    private readonly ProviderChannel channel;
    private readonly Uri[] named;
    private readonly IReadOnlyList<CatalogueModel> models;

    internal FalProvider(FalSettings settings, ProviderKit kit) : base(Name, "fal", kit)
    {
        this.settings = settings;
        channel = new ProviderChannel(Name, Label, call => call.Headers.Authorization = new AuthenticationHeaderValue("Key", settings.Key.Reveal()), kit.Clients, kit.Limits, kit.Clock);
        named = [settings.Queue, settings.Rest];
        models = kit.Catalogue.Of(Name);
        Models = [.. models.Select(m => m.Show())];
        Hooks = new FalHooks(new FalKeys(channel, settings, kit.Clock), kit.Clock);
    }

    public override IReadOnlyList<ProviderModel> Models { get; }

    internal override IHookReader Hooks { get; }

    protected override CatalogueModel ModelOf(Recipe recipe) => models.FirstOrDefault(m => m.Name == recipe.Model)
        ?? throw Refusal(new GenerationFailure(FailureKind.InvalidInput, $"{recipe.Model} is not in the catalogue of fal any more."));

    protected override async Task<ProviderAnswer> HandOverAsync(ProviderRequest request, CancellationToken ct)
    {
        var model = ModelOf(request.Recipe);
        var input = ModelInput.Write(model, request.Recipe, await PlaceAsync(model, request, UploadAsync, ct));
        var reply = await channel.SendAsync(HttpMethod.Post, SubmitAddress(model, request), JsonContent.Create<JsonObject>(input), ct);
        // A gateway's error says nothing about what lies behind it.
        if (reply.Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout) throw Unreadable();
        if (!reply.IsSuccess) throw Refusal(FalFailures.Of(reply));
        var work = FalWork.Of(reply, settings.Queue, model.Name) ?? throw Unreadable();
        return Working(work.Write(settings.Queue, model.Name), request);
    }

    protected override async Task<ProviderAnswer> LookAsync(ProviderWork work, CancellationToken ct)
    {
        var at = FalWork.Read(settings.Queue, work.Request.Recipe.Model, work.ExternalId);
        var reply = await channel.SendAsync(HttpMethod.Get, at.Status, null, ct);
        if (reply.Status is HttpStatusCode.NotFound) return new ProviderAnswer.Forgotten();
        if (!reply.IsSuccess) throw NotNow(FalFailures.Of(reply));
        return reply.Json.Text("status") switch
        {
            "IN_QUEUE" or "IN_PROGRESS" => Working(work.ExternalId, work.Request),
            "COMPLETED" when reply.Json.Text("error") is { } error => throw Refusal(FalFailures.Of(500, reply.Json.Text("error_type"), error)),
            "COMPLETED" => new ProviderAnswer.Ready(work.ExternalId),
            _ => throw Unreadable(),
        };
    }

    protected override async Task<ProviderAnswer> BringAsync(ProviderWork work, CancellationToken ct)
    {
        var model = ModelOf(work.Request.Recipe);
        var at = FalWork.Read(settings.Queue, model.Name, work.ExternalId);
        var reply = await channel.SendAsync(HttpMethod.Get, at.Response, null, ct);
        if (reply.Status is HttpStatusCode.NotFound) return new ProviderAnswer.Forgotten();
        // The result's own error has fal's words; without them it is the call that failed.
        if ((int)reply.Status is 401 or 403 or 429 || ((int)reply.Status >= 500 && reply.Json.Member("detail") is null)) throw NotNow(FalFailures.Of(reply));
        var cost = CostOf(model, work.Request.Recipe, reply);
        if (!reply.IsSuccess) throw Refusal(FalFailures.Of(reply), FalFailures.Of(reply).Billable ? cost : null);
        if (reply.Json is not { } result) throw Unreadable();
        var flags = result.Member("has_nsfw_concepts").Items().ToList();
        if (flags.Count > 0 && flags.TrueForAll(f => f.ValueKind is JsonValueKind.True))
            throw Refusal(new GenerationFailure(FailureKind.Moderation, "fal's safety check blacked the picture out.", Billable: true), cost);
        var files = FilesOf(result).ToList();
        if (files.Count == 0) throw Refusal(new GenerationFailure(FailureKind.CorruptOutput, "fal says the work is done, but names no file.", Billable: true), cost);
        return await OutputSet.FetchAsync(files, cost, file => Kit.Downloads.FetchAsync(Slug, Label, file, named, model.Kind, ct));
    }

    protected override async Task StopAsync(ProviderWork work, CancellationToken ct) =>
        // Whatever the answer: it may be too late, and then it is charged.
        await channel.SendAsync(HttpMethod.Put, FalWork.Read(settings.Queue, work.Request.Recipe.Model, work.ExternalId).Cancel, null, ct);

    /// <summary>fal lists nothing and takes no id of ours. Where it can call back, its call will tell; else nobody can say.</summary>
    protected override Task<ProviderAnswer> FindAsync(ProviderRequest request, CancellationToken ct) => Task.FromResult(
        Kit.Callbacks.AddressOf(Slug, request) is not null && Age(request) < Kit.Limits.PicturePatience
            ? new ProviderAnswer.Unclear(Kit.Limits.CalledBackLook)
            : Unknown("fal keeps no list that could be searched."));

    protected override async Task ProbeAsync(CancellationToken ct)
    {
        // An id that cannot exist: the right key is told so, a wrong one is refused before.
        var nobody = FalWork.Usual(settings.Queue, models[0].Name, Guid.Empty.ToString());
        var reply = await channel.SendAsync(HttpMethod.Get, nobody.Status, null, ct);
        if (!reply.IsSuccess && reply.Status is not (HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)) throw Refusal(FalFailures.Of(reply));
    }

    /// <summary>Every file that an answer names, whatever the model calls it.</summary>
    private static IEnumerable<string> FilesOf(JsonElement result)
    {
        foreach (var name in new[] { "images", "videos" })
            foreach (var file in result.Member(name).Items())
                if (file.Text("url") is { } address) yield return address;
        foreach (var name in new[] { "image", "video", "audio" })
            if (result.Member(name).Text("url") is { } address) yield return address;
    }

    private Uri SubmitAddress(CatalogueModel model, ProviderRequest request)
    {
        var address = $"{settings.Queue.AbsoluteUri.TrimEnd('/')}/{model.Name}";
        return new Uri(Kit.Callbacks.AddressOf(Slug, request) is { } callback ? $"{address}?fal_webhook={Uri.EscapeDataString(callback.AbsoluteUri)}" : address);
    }

    private static Money CostOf(CatalogueModel model, Recipe recipe, ApiReply reply) =>
        model.UnitPrice is { } unit && reply.Number("X-Fal-Billable-Units") is { } units
            ? Money.Of(decimal.Round(unit * units, 6, MidpointRounding.AwayFromZero), model.Currency).Value
            : model.Estimate(recipe.Parameters);

    private async Task<string> UploadAsync(ReferenceFile file, CancellationToken ct)
    {
        var begin = new Uri($"{settings.Rest.AbsoluteUri.TrimEnd('/')}/storage/upload/initiate?storage_type=fal-cdn-v3");
        var reply = await channel.SendAsync(HttpMethod.Post, begin, JsonContent.Create(new { content_type = file.ContentType, file_name = file.FileName }), ct);
        if (!reply.IsSuccess) throw Refusal(FalFailures.Of(reply));
        if (reply.Json.Text("upload_url") is not { } to || reply.Json.Text("file_url") is not { } address) throw Unreadable();
        await Kit.Downloads.PutAsync(Slug, Label, to, named, file, ct);
        return address;
    }
}
