using System.Diagnostics;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using Microsoft.AspNetCore.Http;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>Whatever a provider does, it ends, and with a cause.</summary>
public sealed class HostileProviderTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Model = "fal-ai/flux/dev";
    private static readonly ProviderLimits Impatient = new()
    {
        Call = TimeSpan.FromSeconds(2),
        PictureDownload = TimeSpan.FromSeconds(2),
        Reply = 100_000,
        Picture = 1_000_000,
        PicturePatience = TimeSpan.FromMinutes(5),
    };

    private readonly FakeFal fal = new();
    private Bench bench = null!;

    public Task InitializeAsync()
    {
        bench = new Bench(Impatient, ("FAL_API_KEY", FakeFal.Key), ("FAL_BASE_URL", fal.Address.AbsoluteUri), ("FAL_REST_URL", fal.Address.AbsoluteUri));
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await fal.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"request_id\": \"abc")]
    [InlineData("{\"request_id\": 7}")]
    [InlineData("[1]")]
    [InlineData("<html><body>Busy</body></html>")]
    public async Task An_answer_to_a_submission_that_cannot_be_read_is_unknown_and_never_sent_again(string body)
    {
        await WhenSubmitted(context => context.Response.WriteAsync(body));
        (await SubmitAsync()).Failure().Kind.Should().Be(FailureKind.Unknown);
        fal.Of("POST", "/").Should().ContainSingle();
    }

    [Fact]
    public async Task A_submission_that_is_never_answered_ends_in_time_and_is_unknown()
    {
        await WhenSubmitted(context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted));
        var started = Stopwatch.StartNew();
        (await SubmitAsync()).Failure().Kind.Should().Be(FailureKind.Unknown);
        started.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15));
        fal.Of("POST", "/").Should().ContainSingle();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_error_may_be_tried_again_later_and_was_sent_once(int status)
    {
        await WhenSubmitted(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("oops");
        });
        var failure = (await SubmitAsync()).Failure();
        (failure.Kind, failure.Retryable, failure.Billable).Should().Be((FailureKind.ProviderBusy, true, false));
        fal.Of("POST", "/").Should().ContainSingle();
    }

    [Fact]
    public async Task Nobody_at_the_address_means_that_nothing_arrived_and_it_may_be_tried_again()
    {
        await using var nowhere = new Bench(Impatient, ("FAL_API_KEY", FakeFal.Key), ("FAL_BASE_URL", "http://127.0.0.1:1"));
        var failure = (await nowhere.Provider("fal").SubmitAsync(nowhere.Request("fal", Model), CancellationToken.None)).Failure();
        (failure.Kind, failure.Retryable).Should().Be((FailureKind.ProviderBusy, true));
    }

    [Fact]
    public async Task A_look_is_repeated_through_three_server_errors()
    {
        var request = bench.Request("fal", Model);
        var working = (ProviderAnswer.Working)await bench.Provider("fal").SubmitAsync(request, CancellationToken.None);
        var errors = 3;
        fal.Fault = (context, _) =>
        {
            if (errors-- <= 0) return Task.FromResult(false);
            context.Response.StatusCode = 500;
            return Task.FromResult(true);
        };
        (await bench.Provider("fal").PollAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>();
        errors.Should().BeNegative();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"status\": 3}")]
    [InlineData("<html></html>")]
    [InlineData("{\"status\":")]
    public async Task A_look_that_cannot_be_read_is_done_again_until_the_work_counts_as_stuck(string body)
    {
        var request = bench.Request("fal", Model);
        var work = new ProviderWork(((ProviderAnswer.Working)await bench.Provider("fal").SubmitAsync(request, CancellationToken.None)).ExternalId, request);
        fal.Fault = async (context, _) =>
        {
            await context.Response.WriteAsync(body);
            return true;
        };
        (await bench.Provider("fal").PollAsync(work, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>();
        bench.Clock.Advance(Impatient.PicturePatience + TimeSpan.FromSeconds(1));
        (await bench.Provider("fal").PollAsync(work, CancellationToken.None)).Failure().Kind.Should().Be(FailureKind.Timeout);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Work_is_not_lost_because_a_look_or_a_fetch_is_refused_for_a_while(int status)
    {
        fal.Looks = 0;
        var address = fal.Serve("/f/1", Pictures.Png());
        fal.Result = _ => (200, new { images = new[] { new { url = address } } });
        var request = bench.Request("fal", Model);
        var provider = bench.Provider("fal");
        var work = new ProviderWork(((ProviderAnswer.Working)await provider.SubmitAsync(request, CancellationToken.None)).ExternalId, request);
        fal.Fault = (context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        (await provider.PollAsync(work, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>();
        (await provider.FetchAsync(work, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>();
        provider.Status.Status.Should().Be(status == 429 ? Application.Common.Ports.Availability.Available : Application.Common.Ports.Availability.Degraded, "to be asked to wait is no trouble");
        fal.Fault = (_, _) => Task.FromResult(false);
        (await provider.FetchAsync(work, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Finished>();
    }

    [Fact]
    public async Task Work_that_never_ends_is_given_up_and_cancelled_there()
    {
        fal.Looks = int.MaxValue;
        var request = bench.Request("fal", Model);
        var work = new ProviderWork(((ProviderAnswer.Working)await bench.Provider("fal").SubmitAsync(request, CancellationToken.None)).ExternalId, request);
        bench.Clock.Advance(Impatient.PicturePatience + TimeSpan.FromSeconds(1));
        (await bench.Provider("fal").PollAsync(work, CancellationToken.None)).Failure().Kind.Should().Be(FailureKind.Timeout);
        fal.Works.Values.Single().Cancelled.Should().BeTrue();
    }

    public static TheoryData<string> BadFiles => ["missing", "html", "empty", "cut", "tooLarge", "claimsTooLarge", "clip", "privateRedirect", "endlessRedirect", "noAddress", "fileScheme", "private"];

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_will_not_do_is_a_corrupt_output_that_was_paid(string how)
    {
        await using var canary = new FakeFal();
        var png = Pictures.Png(width: 640, height: 360);
        var address = how switch
        {
            "html" => fal.Serve("/f/1", "<html>Sign in</html>"u8.ToArray()),
            "empty" => fal.Serve("/f/1", []),
            "cut" => fal.Serve("/f/1", png[..(png.Length / 2)]),
            "tooLarge" => Endless("/f/1", null),
            "claimsTooLarge" => Endless("/f/1", 5_000_000_000),
            "clip" => fal.Serve("/f/1", Pictures.Mp4(), "image/png"),
            "privateRedirect" => Redirect("/f/1", $"{canary.Address}secret"),
            "endlessRedirect" => Redirect("/f/1", "/f/1"),
            "noAddress" => "not an address",
            "fileScheme" => "file:///etc/passwd",
            "private" => $"https://127.0.0.1:{canary.Address.Port}/secret",
            _ => $"{fal.Address}nothing/here",
        };
        fal.Result = _ => (200, new { images = new[] { new { url = address } } });
        var failure = (await bench.RunAsync("fal", bench.Request("fal", Model))).Failure();
        failure.Kind.Should().Be(FailureKind.CorruptOutput, failure.Message);
        failure.Billable.Should().BeTrue();
        failure.Retryable.Should().BeFalse("making it again would be paid again");
        canary.Calls.Should().BeEmpty("nobody calls an address inside this network");
        LeftBehind().Should().BeEmpty();
    }

    [Fact]
    public async Task A_byte_a_second_is_not_waited_for_and_the_file_is_fetched_again_later()
    {
        var png = Pictures.Png();
        var slow = true;
        fal.Files["/f/slow"] = async context =>
        {
            context.Response.ContentLength = png.Length;
            foreach (var b in slow ? png : [])
            {
                await context.Response.Body.WriteAsync(new[] { b }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(1000, context.RequestAborted);
            }

            await context.Response.Body.WriteAsync(png, context.RequestAborted);
        };
        fal.Result = _ => (200, new { images = new[] { new { url = $"{fal.Address}f/slow" } } });
        fal.Looks = 0;
        var request = bench.Request("fal", Model);
        var work = new ProviderWork(((ProviderAnswer.Working)await bench.Provider("fal").SubmitAsync(request, CancellationToken.None)).ExternalId, request);
        var started = Stopwatch.StartNew();
        (await bench.Provider("fal").FetchAsync(work, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Working>();
        started.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15));
        slow = false;
        (await bench.Provider("fal").FetchAsync(work, CancellationToken.None)).Should().BeOfType<ProviderAnswer.Finished>();
        LeftBehind().Should().BeEmpty();
    }

    [Fact]
    public async Task Of_several_files_those_that_arrive_are_kept()
    {
        var good = fal.Serve("/f/good", Pictures.Png());
        fal.Result = _ => (200, new { images = new[] { new { url = good }, new { url = $"{fal.Address}f/gone" }, new { url = good } } });
        var answer = (await bench.RunAsync("fal", bench.Request("fal", Model))).Should().BeOfType<ProviderAnswer.Finished>().Subject;
        answer.Outputs.Should().HaveCount(2);
        foreach (var output in answer.Outputs) await output.DisposeAsync();
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2606:4700::1111", true)]
    public void Only_addresses_of_the_internet_are_public(string address, bool isPublic) =>
        PublicAddresses.IsPublic(System.Net.IPAddress.Parse(address)).Should().Be(isPublic);

    private string[] LeftBehind() => Directory.Exists(Path.Combine(bench.Data, "arriving")) ? Directory.GetFiles(Path.Combine(bench.Data, "arriving")) : [];

    private Task<ProviderAnswer> SubmitAsync() => bench.Provider("fal").SubmitAsync(bench.Request("fal", Model), CancellationToken.None);

    private Task WhenSubmitted(Func<HttpContext, Task> answer)
    {
        fal.Fault = async (context, call) =>
        {
            if (call.Method != "POST") return false;
            await answer(context);
            return true;
        };
        return Task.CompletedTask;
    }

    private string Redirect(string path, string to)
    {
        fal.Files[path] = context =>
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        };
        return new Uri(fal.Address, path).AbsoluteUri;
    }

    private string Endless(string path, long? claims)
    {
        fal.Files[path] = async context =>
        {
            context.Response.ContentLength = claims;
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        };
        return new Uri(fal.Address, path).AbsoluteUri;
    }
}
