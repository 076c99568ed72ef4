using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;

namespace Director.Domain.UnitTests.Generation;

public sealed class GenerationRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private static readonly Stamp Stamp = new(new UserId(Guid.CreateVersion7()), Now);
    private readonly Asset shot = Shot();

    [Fact]
    public void An_accepted_generation_draws_the_shots_next_number_and_names_it_in_its_recipe()
    {
        Accept().Number.Should().Be(1);
        var second = Accept();
        second.Number.Should().Be(2);
        second.Recipe.Shot.TakeNumber.Should().Be(2);
        second.Status.Should().Be(GenerationStatus.Queued);
    }

    [Fact]
    public void A_failed_generation_keeps_its_number_and_the_next_one_gets_another()
    {
        var failed = Begun();
        failed.Fail(new GenerationFailure(FailureKind.Moderation, "no"), Money.Free("USD"), Now).Value.Should().BeNull();
        failed.Status.Should().Be(GenerationStatus.Failed);
        failed.Number.Should().Be(1);
        Accept().Number.Should().Be(2);
        shot.TakeCount.Should().Be(0);
    }

    [Fact]
    public void A_take_can_be_made_with_the_number_its_generation_drew()
    {
        var run = Accept();
        Accept();
        var take = Asset.Create(Workspace, Id(), AssetTypes.Of<ShotTakeDetails>(), "Take 1", shot, "a0", new ShotTakeDetails(), Stamp, run.Number).Value;
        take.Number.Should().Be(1);
        shot.LastChildNumber.Should().Be(2);
        shot.TakeCount.Should().Be(1);
    }

    [Fact]
    public void Accepting_does_not_raise_the_shots_version()
    {
        var before = shot.Version;
        Accept();
        shot.Version.Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void An_ended_generation_is_never_left(string how)
    {
        var run = Begun();
        End(run, how);
        var state = run.Status;
        run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Accepted("x", Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.StillRunning(Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Succeed(Id(), Money.Free("USD"), Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Fail(new GenerationFailure(FailureKind.Timeout, "late", true), Money.Free("USD"), Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Expire("late", Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Cancel(Now).Error.Should().Be(GenerationErrors.Finished);
        run.Status.Should().Be(state);
        run.EndedAt.Should().Be(Now);
        run.ClaimToken.Should().BeNull();
    }

    public static TheoryData<string> Ends => new("succeeded", "failed", "cancelled", "expired");

    [Fact]
    public void Work_that_was_not_begun_cannot_succeed() =>
        Accept().Succeed(Id(), Money.Free("USD"), Now).Error.Should().Be(GenerationErrors.ClaimLost);

    [Fact]
    public void A_retryable_failure_is_tried_again_after_growing_pauses_and_then_fails_for_good()
    {
        var run = Accept();
        var pauses = new List<TimeSpan?>();
        for (var i = 0; i < GenerationRun.MaxAttempts; i++)
        {
            run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now).Error.Should().BeNull();
            pauses.Add(run.Fail(new GenerationFailure(FailureKind.ProviderBusy, "busy", true), Money.Free("USD"), Now).Value);
        }

        pauses.Should().Equal(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45), null);
        run.Status.Should().Be(GenerationStatus.Failed);
        run.Attempts.Should().HaveCount(GenerationRun.MaxAttempts).And.OnlyContain(a => a.Outcome == AttemptOutcome.Failed && a.FailureKind == FailureKind.ProviderBusy);
    }

    [Fact]
    public void A_provider_that_asks_for_a_longer_pause_gets_it()
    {
        var run = Begun();
        run.Fail(new GenerationFailure(FailureKind.RateLimited, "slow down", true, RetryAfter: TimeSpan.FromMinutes(2)), Money.Free("USD"), Now).Value.Should().Be(TimeSpan.FromMinutes(2));
        run.NotBefore.Should().Be(Now.AddMinutes(2));
        run.Status.Should().Be(GenerationStatus.Queued);
    }

    [Fact]
    public void What_failed_attempts_cost_is_counted()
    {
        var run = Begun();
        run.Fail(new GenerationFailure(FailureKind.CorruptOutput, "half a picture", true, Billable: true), Money.Of(0.04m, "USD").Value, Now);
        run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now);
        run.Succeed(Id(), Money.Of(0.05m, "USD").Value, Now);
        run.CostAmount.Should().Be(0.09m);
        run.Attempts.Select(a => a.CostAmount).Should().Equal(0.04m, 0.05m);
    }

    [Fact]
    public void An_attempt_that_a_dead_worker_left_open_is_closed_as_interrupted()
    {
        var run = Begun();
        run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now).Error.Should().BeNull();
        run.Attempts.Select(a => a.Outcome).Should().Equal(AttemptOutcome.Interrupted, AttemptOutcome.Open);
    }

    [Fact]
    public void Only_what_ended_without_a_take_can_be_retried()
    {
        Accept().CheckRetry().Should().Be(GenerationErrors.NotRetryable);
        foreach (var how in new[] { "failed", "cancelled", "expired" })
        {
            var run = Begun();
            End(run, how);
            run.CheckRetry().Should().BeNull();
        }

        var done = Begun();
        End(done, "succeeded");
        done.CheckRetry().Should().Be(GenerationErrors.NotRetryable);
    }

    [Fact]
    public void A_deleted_shot_takes_no_generations()
    {
        shot.Delete(null, Stamp);
        GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe(), Money.Free("USD"), 0, Stamp).Error.Should().Be(AssetErrors.NotFound);
        shot.LastChildNumber.Should().Be(0);
    }

    [Fact]
    public void A_recipe_that_does_not_fit_is_refused_with_its_field_and_draws_no_number()
    {
        var run = GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe() with { Seed = -1 }, Money.Free("USD"), 0, Stamp);
        run.Error!.Fields.Should().ContainSingle().Which.Path.Should().Be("seed");
        shot.LastChildNumber.Should().Be(0);
    }

    [Theory]
    [InlineData(-1, "USD")]
    [InlineData(1, "usd")]
    [InlineData(1, null)]
    [InlineData(0.0000001, "USD")]
    public void Money_that_cannot_be_kept_exactly_is_refused(decimal amount, string? currency) => Money.Of(amount, currency).Error.Should().NotBeNull();

    [Fact]
    public void Two_currencies_are_never_added() =>
        FluentActions.Invoking(() => Money.Free("USD").Plus(Money.Free("EUR"))).Should().Throw<InvalidOperationException>();

    private GenerationRun Accept() => GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe(), Money.Free("USD"), 0, Stamp).Value;

    private GenerationRun Begun()
    {
        var run = Accept();
        run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now);
        return run;
    }

    private static void End(GenerationRun run, string how)
    {
        _ = how switch
        {
            "succeeded" => run.Succeed(Id(), Money.Free("USD"), Now).Error,
            "failed" => run.Fail(new GenerationFailure(FailureKind.Auth, "no"), Money.Free("USD"), Now).Error,
            "cancelled" => run.Cancel(Now).Error,
            _ => run.Expire("gone", Now).Error,
        };
    }

    private static Recipe Recipe() => new() { Provider = "sketch", Model = "storyboard", Prompt = "a pier", Seed = 7, Shot = new ShotBrief() };

    private static AssetId Id() => new(Guid.CreateVersion7());

    private static Asset Shot()
    {
        var film = Asset.Create(Workspace, Id(), AssetTypes.Of<FilmDetails>(), "Film", null, "a0", new FilmDetails(), Stamp).Value;
        return Asset.Create(Workspace, Id(), AssetTypes.Of<ShotDetails>(), "Shot", film, "a0", new ShotDetails(), Stamp).Value;
    }
}
