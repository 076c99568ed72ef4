using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.UnitTests.Providers.Fakes;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>OpenAI's images as their contract says it, against a server that keeps to it.</summary>
public sealed class OpenAITests : IAsyncLifetime, IAsyncDisposable
{
    private const string Model = "gpt-image-2";
    private readonly FakeOpenAI openAI = new() { Picture = Pictures.Png() };
    private Bench bench = null!;

    public Task InitializeAsync()
    {
        bench = new Bench(("OPENAI_API_KEY", FakeOpenAI.Key), ("OPENAI_BASE_URL", openAI.Api.AbsoluteUri));
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await openAI.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_comes_with_the_answer_and_costs_its_tokens()
    {
        var request = bench.Request("openai", Model, r => r with { Parameters = new Dictionary<string, string> { ["quality"] = "low" } });
        var answer = (await bench.RunAsync("openai", request)).Should().BeOfType<ProviderAnswer.Finished>().Subject;
        (await Bench.BytesAsync(answer.Outputs.Single())).Should().Equal(openAI.Picture);
        answer.Cost.Amount.Should().Be(((50 * 5) + (100 * 8) + (1000 * 30)) / 1_000_000m);
        var sent = openAI.Of("POST", "/v1/images/generations").Single().Json;
        (sent["model"]!.GetValue<string>(), sent["quality"]!.GetValue<string>(), sent["n"]!.GetValue<int>()).Should().Be((Model, "low", 1));
        sent["size"]!.GetValue<string>().Should().Be("1536x864");
    }

    [Fact]
    public async Task References_are_sent_byte_for_byte_as_an_edit()
    {
        var (one, two) = (Pictures.Png(0xFFAA0000), Pictures.Png(0xFF00AA00));
        await bench.RunAsync("openai", bench.Request("openai", Model, r => r with { References = [bench.Reference(one), bench.Reference(two)] })).PictureAsync();
        var parts = await Forms.PartsAsync(openAI.Of("POST", "/v1/images/edits").Single());
        var pictures = parts.Where(p => p.Name == "image[]").ToList();
        pictures.Should().HaveCount(2);
        pictures[0].Bytes.Should().Equal(one);
        pictures[1].Bytes.Should().Equal(two);
        parts.Single(p => p.Name == "prompt").Text.Should().Be("A lighthouse in the rain");
    }

    [Fact]
    public async Task A_parameter_that_the_model_does_not_have_is_refused_before_anything_is_sent()
    {
        var failure = (await bench.RunAsync("openai", bench.Request("openai", Model, r => r with { Parameters = new Dictionary<string, string> { ["style"] = "vivid" } }))).Failure();
        failure.Kind.Should().Be(FailureKind.InvalidInput);
        openAI.Made.Should().Be(0);
    }

    [Theory]
    [InlineData(400, "image_generation_user_error", "moderation_blocked", FailureKind.Moderation, false)]
    [InlineData(400, "image_generation_user_error", null, FailureKind.InvalidInput, false)]
    [InlineData(401, "invalid_request_error", "invalid_api_key", FailureKind.Auth, false)]
    [InlineData(429, "requests", "rate_limit_exceeded", FailureKind.RateLimited, true)]
    [InlineData(429, "insufficient_quota", "insufficient_quota", FailureKind.Quota, false)]
    [InlineData(500, "server_error", null, FailureKind.ProviderBusy, true)]
    public async Task A_refusal_is_told_by_its_cause_and_the_work_was_sent_once(int status, string type, string? code, FailureKind kind, bool retryable)
    {
        openAI.Fault = async (context, call) =>
        {
            if (call.Method != "POST") return false;
            context.Response.Headers.RetryAfter = "12";
            await FakeOpenAI.RefuseAsync(context, status, type, code, "No.");
            return true;
        };
        var failure = (await bench.RunAsync("openai", bench.Request("openai", Model))).Failure();
        (failure.Kind, failure.Retryable, failure.Message).Should().Be((kind, retryable, "No."));
        if (kind is FailureKind.RateLimited) failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(12));
        openAI.Of("POST", "/v1/images").Should().ContainSingle();
    }

    [Fact]
    public async Task A_lost_reply_stays_unknown_and_the_work_is_not_sent_again()
    {
        openAI.LosesReplies = 1;
        var failure = (await bench.RunAsync("openai", bench.Request("openai", Model))).Failure();
        (failure.Kind, failure.Retryable).Should().Be((FailureKind.Unknown, false));
        openAI.Made.Should().Be(1);
    }

    [Fact]
    public async Task A_picture_that_is_none_is_a_corrupt_output_with_its_cost()
    {
        openAI.Picture = "<html></html>"u8.ToArray();
        var refused = (await bench.RunAsync("openai", bench.Request("openai", Model))).Should().BeOfType<ProviderAnswer.Refused>().Subject;
        (refused.Failure.Kind, refused.Failure.Billable).Should().Be((FailureKind.CorruptOutput, true));
        refused.Cost!.Amount.Should().BePositive();
    }

    [Fact]
    public async Task A_models_end_is_learnt_from_the_list_and_what_has_ended_is_not_sent()
    {
        openAI.Models = new { data = new[] { new { id = Model, @object = "model", shutdown_date = bench.Clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } } };
        (await bench.Provider("openai").TestAsync(CancellationToken.None)).Should().BeNull();
        bench.Provider("openai").Models[0].ShutDownOn.Should().Be(DateOnly.FromDateTime(bench.Clock.GetUtcNow().AddDays(30).UtcDateTime));
        bench.Clock.Advance(TimeSpan.FromDays(31));
        var failure = (await bench.RunAsync("openai", bench.Request("openai", Model))).Failure();
        failure.Kind.Should().Be(FailureKind.InvalidInput);
        failure.Message.Should().Contain("took gpt-image-2 away");
        openAI.Made.Should().Be(0);
    }

    [Fact]
    public async Task A_compatible_server_may_want_no_key_and_answer_with_an_address()
    {
        await using var compatible = new Bench(("OPENAI_BASE_URL", openAI.Api.AbsoluteUri));
        var address = openAI.Serve("/made.png", openAI.Picture);
        openAI.Fault = async (context, call) =>
        {
            if (call.Path != "/v1/images/generations") return false;
            call.Headers.Should().NotContainKey("Authorization");
            await Microsoft.AspNetCore.Http.HttpResponseJsonExtensions.WriteAsJsonAsync(context.Response, new { created = 1, data = new[] { new { url = address } } });
            return true;
        };
        (await compatible.RunAsync("openai", compatible.Request("openai", Model)).PictureAsync()).Should().Equal(openAI.Picture);
    }

    [Fact]
    public async Task The_key_is_in_no_line_of_the_log()
    {
        await bench.RunAsync("openai", bench.Request("openai", Model)).PictureAsync();
        bench.Log.Should().NotContain(l => l.Contains(FakeOpenAI.Key, StringComparison.Ordinal));
    }
}
