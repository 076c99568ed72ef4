using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.ComfyUI;
using Director.Infrastructure.UnitTests.Providers.Fakes;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>ComfyUI as its contract says it, against a server that keeps to it.</summary>
public sealed class ComfyUITests : IAsyncLifetime, IAsyncDisposable
{
    private const string Model = "text-to-image";
    private readonly FakeComfyUI comfy = new() { Picture = Pictures.Png() };
    private Bench bench = null!;

    public Task InitializeAsync()
    {
        bench = new Bench(("COMFYUI_URL", comfy.Address.AbsoluteUri));
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await comfy.DisposeAsync();
    }

    [Fact]
    public async Task A_workflow_is_filled_run_and_its_output_brought_but_not_its_previews()
    {
        comfy.Looks = 3;
        (await bench.RunAsync("comfyui", bench.Request("comfyui", Model, r => r with { NegativePrompt = "people" })).PictureAsync()).Should().Equal(comfy.Picture);
        var graph = comfy.Graphs.Single();
        graph["6"]!["inputs"]!["text"]!.GetValue<string>().Should().Be("A lighthouse in the rain");
        graph["7"]!["inputs"]!["text"]!.GetValue<string>().Should().Be("people");
        graph["3"]!["inputs"]!["seed"]!.GetValue<long>().Should().Be(4711);
        graph["4"]!["inputs"]!["ckpt_name"]!.GetValue<string>().Should().Be("first.safetensors", "the first there is, when nothing is said");
        graph["5"]!["inputs"]!["width"]!.GetValue<int>().Should().BeGreaterThan(graph["5"]!["inputs"]!["height"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_prompts_id_is_the_attempts()
    {
        var request = bench.Request("comfyui", Model);
        var working = (ProviderAnswer.Working)await bench.Provider("comfyui").SubmitAsync(request, CancellationToken.None);
        working.ExternalId.Should().Be(request.Attempt.Value.ToString("D"));
    }

    [Fact]
    public async Task References_arrive_byte_for_byte_before_the_graph_names_them()
    {
        var reference = Pictures.Png(0xFFAA0000);
        await bench.RunAsync("comfyui", bench.Request("comfyui", "image-to-image", r => r with { References = [bench.Reference(reference)] })).PictureAsync();
        comfy.Uploads[comfy.Graphs.Single()["10"]!["inputs"]!["image"]!.GetValue<string>()].Should().Equal(reference);
    }

    [Fact]
    public async Task A_workflow_that_needs_a_picture_is_not_run_without_one()
    {
        (await bench.RunAsync("comfyui", bench.Request("comfyui", "image-to-image"))).Failure().Kind.Should().Be(FailureKind.InvalidInput);
        comfy.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_lost_reply_is_looked_up_under_our_own_id()
    {
        comfy.LosesReplies = 1;
        (await bench.RunAsync("comfyui", bench.Request("comfyui", Model)).PictureAsync()).Should().Equal(comfy.Picture);
        comfy.Graphs.Should().HaveCount(1);
    }

    [Fact]
    public async Task What_it_has_never_heard_of_is_forgotten_after_a_moment()
    {
        var request = bench.Request("comfyui", Model);
        (await bench.Provider("comfyui").ReconcileAsync(request, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Unclear>();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        (await bench.Provider("comfyui").ReconcileAsync(request, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Forgotten>();
    }

    [Theory]
    [InlineData("torch.OutOfMemoryError", FailureKind.ProviderBusy, true)]
    [InlineData("ValueError", FailureKind.InvalidInput, false)]
    public async Task A_run_that_failed_is_told_by_what_its_node_said(string type, FailureKind kind, bool retryable)
    {
        comfy.Messages = [new JsonArray("execution_start", new JsonObject()), new JsonArray("execution_error", new JsonObject { ["node_type"] = "KSampler", ["exception_type"] = type, ["exception_message"] = "It did not fit." })];
        var failure = (await bench.RunAsync("comfyui", bench.Request("comfyui", Model))).Failure();
        (failure.Kind, failure.Retryable, failure.Billable, failure.Message).Should().Be((kind, retryable, false, "KSampler: It did not fit."));
    }

    [Fact]
    public async Task A_graph_that_is_refused_says_which_node_and_why()
    {
        comfy.Fault = (context, call) =>
        {
            if (call.Path == "/upload/image") comfy.Uploads.Clear();
            return Task.FromResult(false);
        };
        var reference = bench.Reference(Pictures.Png());
        comfy.Fault = async (context, call) =>
        {
            if (call.Path != "/upload/image") return false;
            await Microsoft.AspNetCore.Http.HttpResponseJsonExtensions.WriteAsJsonAsync(context.Response, new { name = "lost.png", subfolder = "director", type = "input" });
            return true;
        };
        var failure = (await bench.RunAsync("comfyui", bench.Request("comfyui", "image-to-image", r => r with { References = [reference] }))).Failure();
        failure.Kind.Should().Be(FailureKind.ReferenceUnavailable);
        failure.Message.Should().Contain("LoadImage").And.Contain("Invalid image file");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_stops_this_run_and_no_other(bool knowsJobs)
    {
        comfy.KnowsJobs = knowsJobs;
        var request = bench.Request("comfyui", Model);
        var working = (ProviderAnswer.Working)await bench.Provider("comfyui").SubmitAsync(request, CancellationToken.None);
        await bench.Provider("comfyui").CancelAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None);
        comfy.Cancelled.Should().Equal(working.ExternalId);
        comfy.Queue.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_no_ComfyUI_is_noticed_by_the_test_call()
    {
        (await bench.Provider("comfyui").TestAsync(CancellationToken.None)).Should().BeNull();
        comfy.Fault = async (context, _) =>
        {
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<html></html>");
            return true;
        };
        (await bench.Provider("comfyui").TestAsync(CancellationToken.None))!.Kind.Should().Be(FailureKind.InvalidInput);
    }

    [Fact]
    public void The_built_in_workflows_bind_inputs_that_they_have() =>
        WorkflowFolder.BuiltIn().Select(w => (w.Name, Fault: WorkflowFolder.Fault(w))).Should().Equal(("text-to-image", null), ("image-to-image", null));

    [Fact]
    public async Task A_crews_own_workflow_comes_first_and_a_broken_one_is_left_out_with_the_reason()
    {
        var folder = Directory.CreateDirectory(Path.Combine(bench.Data, "models", "comfyui")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.json"), """{"name":"mine","label":"Mine","output":"2","prompt":{"node":"1","input":"text"},"graph":{"1":{"class_type":"CLIPTextEncode","inputs":{"text":""}},"2":{"class_type":"SaveImage","inputs":{}}}}""");
        await File.WriteAllTextAsync(Path.Combine(folder, "b.json"), """{"name":"broken","label":"Broken","output":"2","prompt":{"node":"9","input":"text"},"graph":{"2":{"class_type":"SaveImage","inputs":{}}}}""");
        bench.Provider("comfyui").Models.Select(m => m.Name).Should().Equal("mine", "text-to-image", "image-to-image");
        bench.Log.Should().ContainSingle(l => l.Contains("b.json", StringComparison.Ordinal)).Which.Should().Contain("node 9 has no input text");
    }
}
