using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>fal as its contract says it, against a server that keeps to it.</summary>
public sealed class FalTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Model = "fal-ai/flux/dev";
    private readonly FakeFal fal = new();
    private readonly byte[] picture = Pictures.Png();
    private Bench bench = null!;

    public Task InitializeAsync()
    {
        bench = NewBench();
        var address = fal.Serve("/files/out.png", picture);
        fal.Result = _ => (200, new { images = new[] { new { url = address, width = 64, height = 36, content_type = "image/png" } }, seed = 4711, has_nsfw_concepts = new[] { false } });
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await fal.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_is_queued_looked_after_and_brought()
    {
        fal.Looks = 4;
        (await bench.RunAsync("fal", bench.Request("fal", Model)).PictureAsync()).Should().Equal(picture);
        var work = fal.Works.Values.Single();
        work.Model.Should().Be(Model);
        work.Input["prompt"]!.GetValue<string>().Should().Be("A lighthouse in the rain");
        work.Input["seed"]!.GetValue<long>().Should().Be(4711);
        work.Input["image_size"]!["width"]!.GetValue<int>().Should().BeGreaterThan(work.Input["image_size"]!["height"]!.GetValue<int>());
        work.Webhook.Should().BeEmpty("this server cannot be reached from outside");
        fal.Of("GET", "/fal-ai/flux/requests/").Should().HaveCount(6, "five looks and the result, at the addresses that fal returned");
    }

    [Fact]
    public async Task What_fal_charged_is_what_is_noted()
    {
        fal.BillableUnits = "2.5";
        var answer = await bench.RunAsync("fal", bench.Request("fal", Model));
        answer.Should().BeOfType<ProviderAnswer.Finished>().Which.Cost.Amount.Should().Be(0.0625m);
    }

    [Fact]
    public async Task References_arrive_byte_for_byte_and_the_model_is_given_their_addresses()
    {
        var (one, two) = (Pictures.Png(0xFFAA0000), Pictures.Png(0xFF00AA00));
        var request = bench.Request("fal", "fal-ai/nano-banana/edit", r => r with { References = [bench.Reference(one), bench.Reference(two, "character", "Jonas")] });
        await bench.RunAsync("fal", request).PictureAsync();
        var sent = fal.Works.Values.Single().Input["image_urls"]!.AsArray().Select(a => fal.Uploads[a!.GetValue<string>()]).ToList();
        sent.Should().HaveCount(2);
        sent[0].Should().Equal(one);
        sent[1].Should().Equal(two);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reference_that_is_gone_or_damaged_is_a_failure_and_nothing_is_asked_for(bool gone)
    {
        var reference = bench.Reference(Pictures.Png());
        bench.Spoil(reference, gone ? null : Pictures.Png(0xFF000000));
        var answer = await bench.RunAsync("fal", bench.Request("fal", "fal-ai/nano-banana/edit", r => r with { References = [reference] }));
        answer.Failure().Kind.Should().Be(FailureKind.ReferenceUnavailable);
        fal.Works.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reference_that_the_model_has_no_place_for_is_a_failure_and_is_never_left_out()
    {
        var answer = await bench.RunAsync("fal", bench.Request("fal", Model, r => r with { References = [bench.Reference(Pictures.Png())] }));
        answer.Failure().Kind.Should().Be(FailureKind.InvalidInput);
        answer.Failure().Message.Should().Contain("Mira");
        fal.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_clip_is_made_from_its_first_frame_and_costs_by_the_second()
    {
        var address = fal.Serve("/files/out.mp4", Pictures.Mp4(), "video/mp4");
        fal.Result = _ => (200, new { video = new { url = address } });
        var request = bench.Request("fal", "fal-ai/kling-video/v2.5-turbo/pro/image-to-video", r => r with
        {
            References = [bench.Reference(Pictures.Png(), "firstFrame")],
            Parameters = new Dictionary<string, string> { ["durationMs"] = "10000" },
        });
        var answer = await bench.RunAsync("fal", request);
        answer.Should().BeOfType<ProviderAnswer.Finished>("{0}", answer).Which.Cost.Amount.Should().Be(0.7m);
        fal.Works.Values.Single().Input["duration"]!.GetValue<string>().Should().Be("10");
        fal.Works.Values.Single().Input.ContainsKey("image_url").Should().BeTrue();
    }

    [Theory]
    [InlineData(422, "content_policy_violation", true, FailureKind.Moderation, false)]
    [InlineData(422, "value_error", true, FailureKind.InvalidInput, false)]
    [InlineData(422, "image_load_error", true, FailureKind.ReferenceUnavailable, false)]
    [InlineData(504, "generation_timeout", true, FailureKind.Timeout, true)]
    [InlineData(504, "request_timeout", false, FailureKind.Timeout, true)]
    [InlineData(503, "runner_connection_error", false, FailureKind.ProviderBusy, true)]
    [InlineData(402, "", false, FailureKind.Quota, false)]
    public async Task A_result_that_is_an_error_is_told_by_its_cause(int status, string type, bool byTheModel, FailureKind kind, bool retryable)
    {
        fal.Result = _ => (status, byTheModel ? FakeFal.Detail(type, "That went wrong.") : new { detail = "That went wrong.", error_type = type });
        var failure = (await bench.RunAsync("fal", bench.Request("fal", Model))).Failure();
        failure.Kind.Should().Be(kind);
        failure.Retryable.Should().Be(retryable);
        failure.Message.Should().Be("That went wrong.");
    }

    [Fact]
    public async Task Completed_with_an_error_is_a_failure_there_is_no_other_state_for_it()
    {
        fal.Failure = ("The runner went away.", "runner_disconnected");
        (await bench.RunAsync("fal", bench.Request("fal", Model))).Failure().Kind.Should().Be(FailureKind.ProviderBusy);
    }

    [Fact]
    public async Task A_picture_that_the_safety_check_blacked_out_is_moderated_and_paid()
    {
        var address = fal.Serve("/files/black.png", picture);
        fal.Result = _ => (200, new { images = new[] { new { url = address } }, has_nsfw_concepts = new[] { true } });
        var refused = (await bench.RunAsync("fal", bench.Request("fal", Model))).Should().BeOfType<ProviderAnswer.Refused>().Subject;
        refused.Failure.Kind.Should().Be(FailureKind.Moderation);
        refused.Failure.Billable.Should().BeTrue();
        refused.Cost!.Amount.Should().Be(0.025m);
    }

    [Fact]
    public async Task Too_many_at_once_waits_as_long_as_fal_says_and_is_sent_only_once_by_this_call()
    {
        fal.Fault = async (context, call) =>
        {
            if (call.Method != "POST") return false;
            context.Response.Headers.RetryAfter = "37";
            context.Response.StatusCode = 429;
            await context.Response.WriteAsync("""{"detail":"Too many","error_type":"concurrent_requests_limit"}""");
            return true;
        };
        var failure = (await bench.RunAsync("fal", bench.Request("fal", Model))).Failure();
        failure.Kind.Should().Be(FailureKind.RateLimited);
        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(37));
        fal.Calls.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_wrong_key_is_said_and_shows_in_the_status_until_a_call_works()
    {
        fal.Fault = async (context, _) =>
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsync("""{"detail":"Authentication is required."}""");
            return true;
        };
        var provider = bench.Provider("fal");
        (await provider.TestAsync(CancellationToken.None))!.Kind.Should().Be(FailureKind.Auth);
        provider.Status.Status.Should().Be(Application.Common.Ports.Availability.Degraded);
        provider.Status.Reason.Should().Contain("Since").And.Contain("Authentication is required.");
        fal.Fault = (_, _) => Task.FromResult(false);
        (await provider.TestAsync(CancellationToken.None)).Should().BeNull();
        provider.Status.Status.Should().Be(Application.Common.Ports.Availability.Available);
    }

    [Fact]
    public async Task A_lost_reply_is_unknown_where_fal_cannot_call_back_and_is_not_sent_again()
    {
        fal.LosesReplies = 1;
        var failure = (await bench.RunAsync("fal", bench.Request("fal", Model))).Failure();
        failure.Kind.Should().Be(FailureKind.Unknown);
        failure.Retryable.Should().BeFalse();
        fal.Works.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_lost_reply_stays_open_where_fal_will_call_back_and_the_id_it_tells_brings_the_picture()
    {
        await using var reachable = NewBench(("DIRECTOR_PUBLIC_URL", "https://director.example.com"));
        fal.LosesReplies = 1;
        var request = reachable.Request("fal", Model);
        (await reachable.Provider("fal").SubmitAsync(request, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Unclear>();
        var (id, work) = fal.Works.Single();
        work.Webhook.Should().StartWith("https://director.example.com/api/hooks/fal/");
        work.LooksLeft = 0;
        (await reachable.Provider("fal").PollAsync(new ProviderWork(id, request), CancellationToken.None)).Should().BeOfType<ProviderAnswer.Ready>();
        fal.Works.Should().HaveCount(1);

        reachable.Clock.Advance(TimeSpan.FromHours(1));
        (await reachable.Provider("fal").ReconcileAsync(request, CancellationToken.None)).Failure().Kind.Should().Be(FailureKind.Unknown, "nobody waits for ever");
    }

    [Fact]
    public async Task Addresses_that_fal_returns_are_followed_but_never_to_another_server()
    {
        await using var elsewhere = new FakeFal();
        fal.Fault = async (context, call) =>
        {
            if (call.Method == "POST")
            {
                await context.Response.WriteAsJsonAsync(new { request_id = "r1", response_url = $"{fal.Address}odd/place", status_url = $"{fal.Address}odd/state", cancel_url = $"{elsewhere.Address}stop" });
                return true;
            }

            if (call.Path != "/odd/state") return false;
            await context.Response.WriteAsJsonAsync(new { status = "IN_QUEUE" });
            return true;
        };
        var request = bench.Request("fal", Model);
        var working = (await bench.Provider("fal").SubmitAsync(request, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>().Subject;
        (await bench.Provider("fal").PollAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>();
        await bench.Provider("fal").CancelAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None);
        fal.Of("GET", "/odd/state").Should().NotBeEmpty();
        fal.Of("PUT", "/fal-ai/flux/requests/r1/cancel").Should().ContainSingle();
        elsewhere.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelling_asks_fal_to_stop()
    {
        var request = bench.Request("fal", Model);
        var working = (ProviderAnswer.Working)await bench.Provider("fal").SubmitAsync(request, CancellationToken.None);
        await bench.Provider("fal").CancelAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None);
        fal.Works.Values.Single().Cancelled.Should().BeTrue();
    }

    [Fact]
    public async Task Work_that_fal_does_not_know_is_forgotten() =>
        (await bench.Provider("fal").PollAsync(new ProviderWork(Guid.CreateVersion7().ToString(), bench.Request("fal", Model)), CancellationToken.None)).Should().BeOfType<ProviderAnswer.Forgotten>();

    [Fact]
    public async Task The_key_and_the_callback_are_in_no_line_of_the_log()
    {
        await using var reachable = NewBench(("DIRECTOR_PUBLIC_URL", "https://director.example.com"));
        await reachable.RunAsync("fal", reachable.Request("fal", Model)).PictureAsync();
        fal.LosesReplies = 1;
        await reachable.RunAsync("fal", reachable.Request("fal", Model));
        reachable.Log.Should().NotBeEmpty("the network's own lines are collected");
        var token = new Uri(fal.Works.Values.First().Webhook).Segments[^1];
        reachable.Log.Should().NotContain(l => l.Contains("0123456789abcdef", StringComparison.Ordinal) || l.Contains(token, StringComparison.Ordinal));
    }

    private Bench NewBench(params (string, string?)[] more) =>
        new([("FAL_API_KEY", FakeFal.Key), ("FAL_BASE_URL", fal.Address.AbsoluteUri), ("FAL_REST_URL", fal.Address.AbsoluteUri), .. more]);
}
