using System.Text.Json.Nodes;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>Replicate as its contract says it, against a server that keeps to it.</summary>
public sealed class ReplicateTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Model = "black-forest-labs/flux-schnell";
    private readonly FakeReplicate replicate = new();
    private readonly byte[] picture = Pictures.Png();
    private Bench bench = null!;

    public Task InitializeAsync()
    {
        bench = NewBench();
        replicate.Output = new JsonArray(replicate.Serve("/out/0.png", picture));
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await replicate.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_is_predicted_looked_after_and_brought()
    {
        replicate.Looks = 3;
        (await bench.RunAsync("replicate", bench.Request("replicate", Model)).PictureAsync()).Should().Equal(picture);
        var prediction = replicate.Predictions.Values.Single();
        prediction["model"]!.GetValue<string>().Should().Be(Model);
        prediction["input"]!["aspect_ratio"]!.GetValue<string>().Should().Be("16:9");
        prediction["input"]!["seed"]!.GetValue<long>().Should().Be(4711);
        replicate.Of("POST", "/v1/models/").Single().Json.ContainsKey("webhook").Should().BeFalse("this server cannot be reached from outside");
    }

    [Fact]
    public async Task An_output_may_be_one_address_or_lie_in_an_object()
    {
        replicate.Output = new JsonObject { ["image"] = replicate.Serve("/out/1.png", picture), ["width"] = 64 };
        (await bench.RunAsync("replicate", bench.Request("replicate", Model)).PictureAsync()).Should().Equal(picture);
    }

    [Fact]
    public async Task References_arrive_byte_for_byte()
    {
        var reference = Pictures.Png(0xFFAA0000);
        await bench.RunAsync("replicate", bench.Request("replicate", "google/nano-banana", r => r with { References = [bench.Reference(reference)] })).PictureAsync();
        var address = replicate.Predictions.Values.Single()["input"]!["image_input"]!.AsArray().Single()!.GetValue<string>();
        replicate.Uploads[address].Should().Equal(reference);
    }

    [Fact]
    public async Task A_reference_that_does_not_get_through_means_that_nothing_was_asked_for()
    {
        replicate.Fault = (context, call) =>
        {
            if (call.Path == "/v1/files") context.Abort();
            return Task.FromResult(call.Path == "/v1/files");
        };
        var failure = (await bench.RunAsync("replicate", bench.Request("replicate", "google/nano-banana", r => r with { References = [bench.Reference(Pictures.Png())] }))).Failure();
        failure.Retryable.Should().BeTrue();
        replicate.Predictions.Should().BeEmpty();
    }

    [Theory]
    [InlineData("NSFW content detected.", FailureKind.Moderation, false)]
    [InlineData("The input or output was flagged as sensitive. (E005)", FailureKind.Moderation, false)]
    [InlineData("cannot identify image file", FailureKind.ReferenceUnavailable, false)]
    [InlineData("Prediction timed out", FailureKind.Timeout, true)]
    [InlineData("CUDA out of memory", FailureKind.ProviderBusy, true)]
    [InlineData("list index out of range", FailureKind.Unknown, false)]
    public async Task A_failed_prediction_is_told_by_its_own_words(string words, FailureKind kind, bool retryable)
    {
        (replicate.End, replicate.Error) = ("failed", words);
        var failure = (await bench.RunAsync("replicate", bench.Request("replicate", Model))).Failure();
        (failure.Kind, failure.Retryable, failure.Message).Should().Be((kind, retryable, words));
    }

    [Fact]
    public async Task What_was_given_up_before_it_began_costs_nothing_and_may_be_tried_again()
    {
        replicate.End = "aborted";
        var failure = (await bench.RunAsync("replicate", bench.Request("replicate", Model))).Failure();
        (failure.Kind, failure.Retryable, failure.Billable).Should().Be((FailureKind.ProviderBusy, true, false));
    }

    [Theory]
    [InlineData(401, FailureKind.Auth, false)]
    [InlineData(402, FailureKind.Quota, false)]
    [InlineData(422, FailureKind.InvalidInput, false)]
    [InlineData(429, FailureKind.RateLimited, true)]
    public async Task A_refused_call_is_told_by_its_status_and_was_made_once(int status, FailureKind kind, bool retryable)
    {
        await WhenCreated(status);
        var failure = (await bench.RunAsync("replicate", bench.Request("replicate", Model))).Failure();
        (failure.Kind, failure.Retryable, failure.Message).Should().Be((kind, retryable, "No."));
        failure.RetryAfter.Should().Be(status == 429 ? TimeSpan.FromSeconds(30) : null);
        replicate.Of("POST", "/v1/models/").Should().ContainSingle();
    }

    [Fact]
    public async Task A_lost_reply_is_found_in_the_list_and_the_work_is_not_sent_again()
    {
        replicate.LosesReplies = 1;
        (await bench.RunAsync("replicate", bench.Request("replicate", Model)).PictureAsync()).Should().Equal(picture);
        replicate.Predictions.Should().HaveCount(1);
    }

    [Fact]
    public async Task Of_many_predictions_the_one_with_our_seed_and_words_is_ours()
    {
        foreach (var seed in new long[] { 1, 2, 3 }) await bench.Provider("replicate").SubmitAsync(bench.Request("replicate", Model, r => r with { Seed = seed }), CancellationToken.None);
        replicate.LosesReplies = 1;
        var answer = await bench.Provider("replicate").SubmitAsync(bench.Request("replicate", Model), CancellationToken.None);
        var id = answer.Should().BeOfType<ProviderAnswer.Working>().Subject.ExternalId;
        replicate.Predictions[id]["input"]!["seed"]!.GetValue<long>().Should().Be(4711);
    }

    [Fact]
    public async Task When_two_could_be_ours_nobody_guesses()
    {
        var request = bench.Request("replicate", Model);
        await bench.Provider("replicate").SubmitAsync(request, CancellationToken.None);
        replicate.LosesReplies = 1;
        (await bench.Provider("replicate").SubmitAsync(request, CancellationToken.None)).Failure().Kind.Should().Be(FailureKind.Unknown);
    }

    [Fact]
    public async Task An_earlier_attempt_with_the_same_recipe_is_not_taken_for_this_one()
    {
        var request = bench.Request("replicate", Model);
        await bench.Provider("replicate").SubmitAsync(request, CancellationToken.None);
        var later = request with { Attempt = new AttemptId(Guid.CreateVersion7()), StartedAt = request.StartedAt.AddMinutes(5) };
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        (await bench.Provider("replicate").ReconcileAsync(later, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Forgotten>();
    }

    [Fact]
    public async Task What_is_not_listed_yet_is_waited_for_before_it_counts_as_never_arrived()
    {
        var request = bench.Request("replicate", Model);
        (await bench.Provider("replicate").ReconcileAsync(request, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Unclear>();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        (await bench.Provider("replicate").ReconcileAsync(request, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Forgotten>();
    }

    [Fact]
    public async Task Inputs_that_have_vanished_make_it_unknown()
    {
        var request = bench.Request("replicate", Model);
        await bench.Provider("replicate").SubmitAsync(request, CancellationToken.None);
        var prediction = replicate.Predictions.Values.Single();
        (prediction["input"], prediction["data_removed"]) = (new JsonObject(), true);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        (await bench.Provider("replicate").ReconcileAsync(request, CancellationToken.None)).Failure().Kind.Should().Be(FailureKind.Unknown);
    }

    [Fact]
    public async Task Cancelling_asks_Replicate_to_stop()
    {
        var request = bench.Request("replicate", Model);
        var working = (ProviderAnswer.Working)await bench.Provider("replicate").SubmitAsync(request, CancellationToken.None);
        await bench.Provider("replicate").CancelAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None);
        replicate.Predictions.Values.Single()["status"]!.GetValue<string>().Should().Be("canceled");
    }

    [Fact]
    public async Task Where_Replicate_can_call_back_it_is_told_where_and_looked_after_seldom()
    {
        await using var reachable = NewBench(("DIRECTOR_PUBLIC_URL", "https://director.example.com/studio/"));
        var working = (ProviderAnswer.Working)await reachable.Provider("replicate").SubmitAsync(reachable.Request("replicate", Model), CancellationToken.None);
        working.LookAgainIn.Should().Be(TimeSpan.FromMinutes(1));
        replicate.Of("POST", "/v1/models/").Single().Json["webhook"]!.GetValue<string>().Should().StartWith("https://director.example.com/studio/api/hooks/replicate/");
    }

    [Fact]
    public async Task The_token_is_in_no_line_of_the_log()
    {
        await WhenCreated(401);
        await bench.RunAsync("replicate", bench.Request("replicate", Model));
        bench.Log.Should().NotContain(l => l.Contains(FakeReplicate.Token, StringComparison.Ordinal));
    }

    private Task WhenCreated(int status)
    {
        replicate.Fault = async (context, call) =>
        {
            if (call.Method != "POST") return false;
            context.Response.StatusCode = status;
            if (status == 429) context.Response.Headers.RetryAfter = "30";
            await context.Response.WriteAsync("""{"detail":"No."}""");
            return true;
        };
        return Task.CompletedTask;
    }

    private Bench NewBench(params (string, string?)[] more) => new([("REPLICATE_API_TOKEN", FakeReplicate.Token), ("REPLICATE_BASE_URL", replicate.Api.AbsoluteUri), .. more]);
}
