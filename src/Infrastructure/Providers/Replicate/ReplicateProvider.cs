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

namespace Director.Infrastructure.Providers.Replicate;

/// <summary>Replicate's predictions: create, look, bring, cancel. Inputs, outputs and files vanish an hour after the end.</summary>
internal sealed class ReplicateProvider : HttpProvider
{
    internal const string Name = "replicate";

    private readonly string address;
    private readonly ProviderChannel channel;
    private readonly Uri[] named;
    private readonly IReadOnlyList<CatalogueModel> models;

    internal ReplicateProvider(ReplicateSettings settings, ProviderKit kit) : base(Name, "Replicate", kit)
    {
        address = settings.Address.AbsoluteUri.TrimEnd('/');
        channel = new ProviderChannel(Name, Label, call => call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token.Reveal()), kit.Clients, kit.Limits, kit.Clock);
        named = [settings.Address];
        models = kit.Catalogue.Of(Name);
        Models = [.. models.Select(m => m.Show())];
        Hooks = new ReplicateHooks(channel, settings, kit.Clock);
    }

    public override IReadOnlyList<ProviderModel> Models { get; }

    internal override IHookReader Hooks { get; }

    protected override CatalogueModel ModelOf(Recipe recipe) => models.FirstOrDefault(m => m.Name == recipe.Model)
        ?? throw Refusal(new GenerationFailure(FailureKind.InvalidInput, $"{recipe.Model} is not in the catalogue of Replicate any more."));

    protected override async Task<ProviderAnswer> HandOverAsync(ProviderRequest request, CancellationToken ct)
    {
        var model = ModelOf(request.Recipe);
        var body = new JsonObject { ["input"] = ModelInput.Write(model, request.Recipe, await PlaceAsync(model, request, UploadAsync, ct)) };
        if (Kit.Callbacks.AddressOf(Slug, request) is { } callback)
        {
            body["webhook"] = callback.AbsoluteUri;
            body["webhook_events_filter"] = new JsonArray("completed");
        }

        var (name, version) = ReplicateModelName.Split(model.Name);
        if (version is not null) body["version"] = version;
        var to = version is null ? At($"models/{name}/predictions") : At("predictions");
        var reply = await channel.SendAsync(HttpMethod.Post, to, JsonContent.Create<JsonObject>(body), ct);
        // It may stand behind what failed; the list knows.
        if ((int)reply.Status >= 500) throw Unreadable();
        if (!reply.IsSuccess) throw Refusal(ReplicateFailures.Of(reply));
        return reply.Json.Text("id") is { Length: <= 100 } id ? Working(id, request) : throw Unreadable();
    }

    protected override async Task<ProviderAnswer> LookAsync(ProviderWork work, CancellationToken ct)
    {
        if (await GetAsync(work.ExternalId, ct) is not { } prediction) return new ProviderAnswer.Forgotten();
        return prediction.Text("status") switch
        {
            "starting" or "processing" => Working(work.ExternalId, work.Request),
            "succeeded" when prediction.Member("data_removed") is { ValueKind: JsonValueKind.True } => new ProviderAnswer.Forgotten(),
            "succeeded" => new ProviderAnswer.Ready(work.ExternalId),
            "failed" => throw Refusal(ReplicateFailures.OfPrediction(prediction.Text("error"))),
            // Ended before it started, which costs nothing, or stopped by somebody with the account.
            "aborted" => throw Refusal(new GenerationFailure(FailureKind.ProviderBusy, prediction.Text("error") ?? "Replicate gave the prediction up before it started.", Retryable: true)),
            "canceled" => throw Refusal(new GenerationFailure(FailureKind.Unknown, prediction.Text("error") ?? "The prediction was cancelled at Replicate.", Billable: true)),
            _ => throw Unreadable(),
        };
    }

    protected override async Task<ProviderAnswer> BringAsync(ProviderWork work, CancellationToken ct)
    {
        var model = ModelOf(work.Request.Recipe);
        if (await GetAsync(work.ExternalId, ct) is not { } prediction) return new ProviderAnswer.Forgotten();
        var files = FilesOf(prediction.Member("output")).ToList();
        var cost = model.Estimate(work.Request.Recipe.Parameters);
        if (files.Count == 0) throw Refusal(new GenerationFailure(FailureKind.CorruptOutput, "Replicate says the work is done, but names no file.", Billable: true), cost);
        return await OutputSet.FetchAsync(files, cost.Times(model.Kind is OutputKind.Image ? files.Count : 1), file => Kit.Downloads.FetchAsync(Slug, Label, file, named, model.Kind, ct));
    }

    protected override async Task StopAsync(ProviderWork work, CancellationToken ct) =>
        await channel.SendAsync(HttpMethod.Post, At($"predictions/{Uri.EscapeDataString(work.ExternalId)}/cancel"), null, ct);

    protected override async Task<ProviderAnswer> FindAsync(ProviderRequest request, CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At("predictions"), null, ct);
        if (!reply.IsSuccess) throw Refusal(ReplicateFailures.Of(reply));
        var found = ReplicateSearch.In(reply, ModelOf(request.Recipe), request) ?? throw Unreadable();
        if (found.Id is not null) return Working(found.Id, request);
        if (found.Several) return Unknown("Several predictions there could be the one.");
        if (!found.Complete) return Unknown("Its list of predictions does not reach back far enough.");
        // It may not be listed yet: what was just sent is given a moment.
        return Age(request) < Kit.Limits.Settling ? new ProviderAnswer.Unclear(Kit.Limits.Settling) : new ProviderAnswer.Forgotten();
    }

    protected override async Task ProbeAsync(CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At("account"), null, ct);
        if (!reply.IsSuccess) throw Refusal(ReplicateFailures.Of(reply));
    }

    /// <summary>An output is an address, several, or an object that holds some.</summary>
    private static IEnumerable<string> FilesOf(JsonElement? output) => output switch
    {
        { ValueKind: JsonValueKind.String } address when Uri.IsWellFormedUriString(address.GetString(), UriKind.Absolute) => [address.GetString()!],
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().SelectMany(e => FilesOf(e)),
        { ValueKind: JsonValueKind.Object } named => named.EnumerateObject().SelectMany(p => FilesOf(p.Value)),
        _ => [],
    };

    private Uri At(string path) => new($"{address}/{path}");

    private async Task<JsonElement?> GetAsync(string id, CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At($"predictions/{Uri.EscapeDataString(id)}"), null, ct);
        if (reply.Status is HttpStatusCode.NotFound) return null;
        if (!reply.IsSuccess) throw NotNow(ReplicateFailures.Of(reply));
        return reply.Json ?? throw Unreadable();
    }

    private async Task<string> UploadAsync(ReferenceFile file, CancellationToken ct)
    {
        using var bytes = new ByteArrayContent(file.Bytes);
        bytes.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        using var form = new MultipartFormDataContent { { bytes, "content", file.FileName } };
        var reply = await channel.SendAsync(HttpMethod.Post, At("files"), form, Kit.Limits.PictureDownload, Kit.Limits.Reply, ct);
        if (!reply.IsSuccess) throw Refusal(ReplicateFailures.Of(reply));
        // What arrived there is what was sent, or it is not used.
        if (reply.Json.Member("checksums").Text("sha256") is { } arrived && !arrived.Equals(file.Sha256, StringComparison.OrdinalIgnoreCase)) throw Unreadable();
        return reply.Json.Member("urls").Text("get") ?? throw Unreadable();
    }
}
