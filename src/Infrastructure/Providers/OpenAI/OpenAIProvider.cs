using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.Providers.OpenAI;

/// <summary>
/// OpenAI's images, or a server that speaks like it: one call that answers with the picture. There is no job, no list and no cancelling, so
/// an answer that is lost stays lost, and the work is never sent again by itself.
/// </summary>
internal sealed class OpenAIProvider : HttpProvider
{
    internal const string Name = "openai";
    private const decimal Million = 1_000_000m;

    /// <summary>What edits take (API reference, <i>images/edits</i>).</summary>
    private static readonly string[] Taken = ["image/png", "image/jpeg", "image/webp"];
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(24);

    private readonly OpenAISettings settings;
    private readonly string address;
    private readonly ProviderChannel channel;
    private readonly IReadOnlyList<CatalogueModel> models;
    private volatile IReadOnlyList<ProviderModel> shown;
    private long askedAt = DateTimeOffset.MinValue.UtcTicks;

    internal OpenAIProvider(OpenAISettings settings, ProviderKit kit) : base(Name, settings.IsCompatibleServer ? $"OpenAI images at {settings.Address.Host}" : "OpenAI images", kit)
    {
        this.settings = settings;
        address = settings.Address.AbsoluteUri.TrimEnd('/');
        channel = new ProviderChannel(Name, Label, Authorize, kit.Clients, kit.Limits, kit.Clock);
        models = kit.Catalogue.Of(Name);
        shown = [.. models.Select(m => m.Show())];
    }

    public override IReadOnlyList<ProviderModel> Models => shown;

    protected override CatalogueModel ModelOf(Recipe recipe) => models.FirstOrDefault(m => m.Name == recipe.Model)
        ?? throw Refusal(new GenerationFailure(FailureKind.InvalidInput, $"{recipe.Model} is not in the catalogue of {Label} any more."));

    protected override async Task<ProviderAnswer> HandOverAsync(ProviderRequest request, CancellationToken ct)
    {
        await AskForShutDownsAsync(ct);
        var model = ModelOf(request.Recipe);
        var fields = ModelInput.Write(model, request.Recipe, []);
        (fields["model"], fields["n"]) = (model.Name, 1);
        var pictures = new List<ReferenceFile>();
        foreach (var (_, reference) in ReferencePlan.Of(model, request.Recipe))
        {
            var file = await Kit.References.ReadAsync(request, reference, ct);
            pictures.Add(Taken.Contains(file.ContentType) ? file
                : throw Refusal(new GenerationFailure(FailureKind.ReferenceUnavailable, $"{Label} takes PNG, JPEG and WebP; the picture of {reference.Name} is of type {file.ContentType}.")));
        }

        var reply = pictures.Count == 0
            ? await SendAsync("images/generations", JsonContent.Create<JsonObject>(fields), ct)
            : await SendAsync("images/edits", Form(fields, pictures), ct);
        // A gateway's error says nothing about what lies behind it.
        if (reply.Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout) throw Unreadable();
        if (!reply.IsSuccess) throw Refusal(OpenAIFailures.Of(reply));
        return await PicturesAsync(model, request, reply, ct);
    }

    // Nothing is ever left at work there: what a step finds so is what another version wrote.
    protected override Task<ProviderAnswer> LookAsync(ProviderWork work, CancellationToken ct) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Forgotten());

    protected override Task<ProviderAnswer> BringAsync(ProviderWork work, CancellationToken ct) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Forgotten());

    protected override Task StopAsync(ProviderWork work, CancellationToken ct) => Task.CompletedTask;

    protected override Task<ProviderAnswer> FindAsync(ProviderRequest request, CancellationToken ct) => Task.FromResult(Unknown("It keeps no list that could be searched."));

    protected override async Task ProbeAsync(CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At("models"), null, ct);
        if (!reply.IsSuccess) throw Refusal(OpenAIFailures.Of(reply));
        Note(reply);
    }

    private async Task<ProviderAnswer> PicturesAsync(CatalogueModel model, ProviderRequest request, ApiReply reply, CancellationToken ct)
    {
        var cost = CostOf(model, request.Recipe, reply);
        var data = reply.Json.Member("data").Items().ToList();
        // Done and paid, and not to be read: nobody can bring it back.
        if (data.Count == 0) throw Unreadable();
        var sources = data.Select((picture, i) => (Key: i.ToString(System.Globalization.CultureInfo.InvariantCulture), Picture: picture)).ToDictionary(s => s.Key, s => s.Picture);
        try
        {
            return await OutputSet.FetchAsync([.. sources.Keys], cost, key => PictureAsync(sources[key], model, ct));
        }
        catch (ProviderTroubleException e)
        {
            return new ProviderAnswer.Refused(new GenerationFailure(FailureKind.CorruptOutput, e.Failure.Message, Billable: true), cost);
        }
    }

    private async Task<ProviderOutput> PictureAsync(JsonElement picture, CatalogueModel model, CancellationToken ct)
    {
        // Compatible servers may answer with an address instead.
        if (picture.Member("b64_json") is null && picture.Text("url") is { } at) return await Kit.Downloads.FetchAsync(Slug, Label, at, [settings.Address], model.Kind, ct);
        return picture.Member("b64_json") is { ValueKind: JsonValueKind.String } text && text.TryGetBytesFromBase64(out var bytes)
            ? await Kit.Downloads.KeepAsync(bytes, Label, model.Kind, ct)
            : throw Refusal(new GenerationFailure(FailureKind.CorruptOutput, $"{Label} answered without a picture that can be read.", Billable: true));
    }

    private static Money CostOf(CatalogueModel model, Recipe recipe, ApiReply reply)
    {
        var usage = reply.Json.Member("usage");
        if (model.Tokens is not { } prices || usage.Whole("output_tokens") is not { } made) return model.Estimate(recipe.Parameters);
        var read = usage.Member("input_tokens_details");
        var pictures = read.Whole("image_tokens") ?? 0;
        var words = read.Whole("text_tokens") ?? (usage.Whole("input_tokens") ?? 0) - pictures;
        var amount = ((words * prices.TextIn) + (pictures * prices.ImageIn) + (made * prices.Out)) / Million;
        var cost = amount is >= 0 and < Million ? Money.Of(decimal.Round(amount, 6, MidpointRounding.AwayFromZero), model.Currency) : default;
        return cost is { Error: null } ? cost.Value : model.Estimate(recipe.Parameters);
    }

    private static MultipartFormDataContent Form(JsonObject fields, List<ReferenceFile> pictures)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value!.ToString()), name);
        foreach (var picture in pictures)
            form.Add(new ByteArrayContent(picture.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(picture.ContentType) } }, "image[]", picture.FileName);
        return form;
    }

    private Task<ApiReply> SendAsync(string path, HttpContent content, CancellationToken ct) =>
        channel.SendAsync(HttpMethod.Post, At(path), content, Kit.Limits.LongCall, Kit.Limits.ReplyWithPicture, ct);

    /// <summary>At most once a day, and never in the way of the work.</summary>
    private async Task AskForShutDownsAsync(CancellationToken ct)
    {
        if (Kit.Clock.GetUtcNow().UtcTicks - Interlocked.Read(ref askedAt) < AskAgainAfter.Ticks) return;
        try
        {
            Note(await channel.SendAsync(HttpMethod.Get, At("models"), null, ct));
        }
        catch (ProviderTroubleException)
        {
            // The call that matters comes next and says what is wrong.
        }
    }

    private void Note(ApiReply list)
    {
        if (!list.IsSuccess) return;
        Interlocked.Exchange(ref askedAt, Kit.Clock.GetUtcNow().UtcTicks);
        var ends = OpenAIShutDowns.Of(list);
        shown = [.. models.Select(m => m.Show(ends.TryGetValue(m.Name, out var end) ? end : null))];
    }

    private void Authorize(HttpRequestMessage call)
    {
        if (settings.Key is { } key) call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
    }

    private Uri At(string path) => new($"{address}/{path}");
}
