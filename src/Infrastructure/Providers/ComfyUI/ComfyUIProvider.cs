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

namespace Director.Infrastructure.Providers.ComfyUI;

/// <summary>
/// A ComfyUI of the crew's own: workflows are its models. The attempt's id is the prompt's id, so a lost answer is simply looked up. Its
/// machine costs nothing here, but hours there, so nothing is sent twice either.
/// </summary>
internal sealed class ComfyUIProvider : HttpProvider
{
    internal const string Name = "comfyui";
    private const string Subfolder = "director";

    private readonly string address;
    private readonly ProviderChannel channel;
    private readonly Uri[] named;
    private readonly IReadOnlyList<Workflow> workflows;

    internal ComfyUIProvider(ComfyUISettings settings, IReadOnlyList<Workflow> workflows, ProviderKit kit) : base(Name, "ComfyUI", kit)
    {
        address = settings.Address.AbsoluteUri.TrimEnd('/');
        channel = new ProviderChannel(Name, Label, _ => { }, kit.Clients, kit.Limits, kit.Clock);
        named = [settings.Address];
        this.workflows = workflows;
        Models = [.. workflows.Select(w => w.Model().Show())];
    }

    public override IReadOnlyList<ProviderModel> Models { get; }

    protected override CatalogueModel ModelOf(Recipe recipe) => WorkflowOf(recipe).Model();

    protected override async Task<ProviderAnswer> HandOverAsync(ProviderRequest request, CancellationToken ct)
    {
        var workflow = WorkflowOf(request.Recipe);
        var model = workflow.Model();
        var input = ModelInput.Write(model, request.Recipe, await PlaceAsync(model, request, UploadAsync, ct));
        var graph = WorkflowFilling.Fill(workflow, input);
        foreach (var (name, choice) in workflow.Parameters.Where(p => p.Value.FirstThereIs && !request.Recipe.Parameters.ContainsKey(p.Key)))
            WorkflowFilling.Set(graph, choice, await FirstThereIsAsync(graph, name, choice, ct));
        var id = IdOf(request);
        var body = new JsonObject { ["prompt"] = graph, ["prompt_id"] = id, ["client_id"] = id };
        var reply = await channel.SendAsync(HttpMethod.Post, At("prompt"), JsonContent.Create<JsonObject>(body), ct);
        if ((int)reply.Status >= 500) throw Unreadable();
        if (!reply.IsSuccess) throw Refusal(ComfyUIFailures.Of(reply));
        // Servers from before ids were taken from callers say their own.
        return reply.Json.Text("prompt_id") is { Length: <= 100 } taken ? Working(taken, request) : throw Unreadable();
    }

    protected override async Task<ProviderAnswer> LookAsync(ProviderWork work, CancellationToken ct)
    {
        var id = work.ExternalId;
        if (await HistoryAsync(id, ct) is { } done) return Ended(id, done);
        if (await IsQueuedAsync(id, ct)) return Working(id, work.Request);
        // It may have gone from the one to the other in between.
        return await HistoryAsync(id, ct) is { } meanwhile ? Ended(id, meanwhile) : new ProviderAnswer.Forgotten();
    }

    protected override async Task<ProviderAnswer> BringAsync(ProviderWork work, CancellationToken ct)
    {
        var workflow = WorkflowOf(work.Request.Recipe);
        if (await HistoryAsync(work.ExternalId, ct) is not { } done) return new ProviderAnswer.Forgotten();
        var files = FilesOf(done.Member("outputs").Member(workflow.Output)).ToList();
        if (files.Count == 0) throw Refusal(new GenerationFailure(FailureKind.CorruptOutput, $"The workflow \"{workflow.Label}\" ran, but its output node brought no file."));
        return await OutputSet.FetchAsync(files, Money.Free("USD"), file => Kit.Downloads.FetchAsync(Slug, Label, file, named, workflow.Kind, ct));
    }

    protected override async Task StopAsync(ProviderWork work, CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Post, At($"api/jobs/{Uri.EscapeDataString(work.ExternalId)}/cancel"), null, ct);
        if (reply.IsSuccess) return;
        // An older server: out of the queue, or off the machine. Without its id it would stop whatever runs.
        await channel.SendAsync(HttpMethod.Post, At("queue"), JsonContent.Create(new { delete = new[] { work.ExternalId } }), ct);
        await channel.SendAsync(HttpMethod.Post, At("interrupt"), JsonContent.Create(new { prompt_id = work.ExternalId }), ct);
    }

    protected override async Task<ProviderAnswer> FindAsync(ProviderRequest request, CancellationToken ct)
    {
        var found = await LookAsync(new ProviderWork(IdOf(request), request), ct);
        // What was just sent may still be on its way through its checks.
        return found is ProviderAnswer.Forgotten && Age(request) < Kit.Limits.Settling ? new ProviderAnswer.Unclear(Kit.Limits.Settling) : found;
    }

    protected override async Task ProbeAsync(CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At("system_stats"), null, ct);
        if (!reply.IsSuccess) throw Refusal(ComfyUIFailures.Of(reply));
        if (reply.Json.Member("system") is null) throw Refusal(new GenerationFailure(FailureKind.InvalidInput, "What answers there is no ComfyUI."));
    }

    private static string IdOf(ProviderRequest request) => request.Attempt.Value.ToString("D");

    private Workflow WorkflowOf(Recipe recipe) => workflows.FirstOrDefault(w => w.Name == recipe.Model)
        ?? throw Refusal(new GenerationFailure(FailureKind.InvalidInput, $"The workflow {recipe.Model} is not there any more."));

    private static ProviderAnswer.Ready Ended(string id, JsonElement done) => done.Member("status").Text("status_str") switch
    {
        "error" => throw Refusal(ComfyUIFailures.OfRun(done.Member("status"))),
        _ => new ProviderAnswer.Ready(id),
    };

    private async Task<JsonElement?> HistoryAsync(string id, CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At($"history/{Uri.EscapeDataString(id)}"), null, ct);
        if (!reply.IsSuccess) throw NotNow(ComfyUIFailures.Of(reply));
        return (reply.Json ?? throw Unreadable()).Member(id);
    }

    private async Task<bool> IsQueuedAsync(string id, CancellationToken ct)
    {
        var reply = await channel.SendAsync(HttpMethod.Get, At("queue"), null, ct);
        if (!reply.IsSuccess) throw NotNow(ComfyUIFailures.Of(reply));
        if (reply.Json.Member("queue_running") is not { ValueKind: JsonValueKind.Array } running || reply.Json.Member("queue_pending") is not { ValueKind: JsonValueKind.Array } pending) throw Unreadable();
        // Each is a list: number, id, graph and more.
        return running.EnumerateArray().Concat(pending.EnumerateArray())
            .Any(entry => entry.ValueKind is JsonValueKind.Array && entry.GetArrayLength() > 1 && entry[1].ValueKind is JsonValueKind.String && entry[1].GetString() == id);
    }

    /// <summary>The files of a node, under whatever name it lists them; previews are not kept.</summary>
    private IEnumerable<string> FilesOf(JsonElement? node) => node is { ValueKind: JsonValueKind.Object } outputs
        ? from list in outputs.EnumerateObject()
          from file in ((JsonElement?)list.Value).Items()
          let name = file.Text("filename")
          where name is not null && file.Text("type") is null or "output"
          select $"{address}/view?filename={Uri.EscapeDataString(name)}&subfolder={Uri.EscapeDataString(file.Text("subfolder") ?? "")}&type=output"
        : [];

    private async Task<string> FirstThereIsAsync(JsonObject graph, string parameter, NodeInput at, CancellationToken ct)
    {
        var type = graph[at.Node]?["class_type"]?.GetValue<string>() ?? "";
        var reply = await channel.SendAsync(HttpMethod.Get, At($"object_info/{Uri.EscapeDataString(type)}"), null, ct);
        if (!reply.IsSuccess) throw Refusal(ComfyUIFailures.Of(reply));
        var offered = reply.Json.Member(type).Member("input").Member("required").Member(at.Input).Items().FirstOrDefault();
        return ((JsonElement?)offered).Items().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
            ? first.GetString()!
            : throw Refusal(new GenerationFailure(FailureKind.InvalidInput, $"This ComfyUI offers no {parameter}. Install one, or choose another workflow."));
    }

    private async Task<string> UploadAsync(ReferenceFile file, CancellationToken ct)
    {
        using var bytes = new ByteArrayContent(file.Bytes);
        bytes.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        // Named by its hash: the same picture twice is the same file.
        using var form = new MultipartFormDataContent { { bytes, "image", file.FileName }, { new StringContent("input"), "type" }, { new StringContent(Subfolder), "subfolder" }, { new StringContent("true"), "overwrite" } };
        var reply = await channel.SendAsync(HttpMethod.Post, At("upload/image"), form, Kit.Limits.PictureDownload, Kit.Limits.Reply, ct);
        if (!reply.IsSuccess) throw Refusal(ComfyUIFailures.Of(reply));
        var name = reply.Json.Text("name") ?? throw Unreadable();
        return reply.Json.Text("subfolder") is { } folder ? $"{folder}/{name}" : name;
    }

    private Uri At(string path) => new($"{address}/{path}");
}
