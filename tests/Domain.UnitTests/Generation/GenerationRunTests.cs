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
    private static readonly Money Price = Money.Of(0.25m, "USD").Value;
    private static readonly Charge Free = Charge.None("USD");
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
        failed.Fail(new GenerationFailure(FailureKind.Moderation, "no"), Free, Now).Value.Should().BeNull();
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
        run.Succeed(Id(), Free, Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Fail(new GenerationFailure(FailureKind.Timeout, "late", true), Free, Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Expire("late", Free, Now).Error.Should().Be(GenerationErrors.ClaimLost);
        run.Cancel(Now).Error.Should().Be(GenerationErrors.Finished);
        run.Status.Should().Be(state);
        run.EndedAt.Should().Be(Now);
        run.ClaimToken.Should().BeNull();
    }

    public static TheoryData<string> Ends => new("succeeded", "failed", "cancelled", "expired");

    [Fact]
    public void Work_that_was_not_begun_cannot_succeed() =>
        Accept().Succeed(Id(), Free, Now).Error.Should().Be(GenerationErrors.ClaimLost);

    [Theory]
    [InlineData(FailureKind.RateLimited, 8)]
    [InlineData(FailureKind.ProviderBusy, 6)]
    [InlineData(FailureKind.Timeout, 3)]
    [InlineData(FailureKind.CorruptOutput, 2)]
    [InlineData(FailureKind.Moderation, 1)]
    [InlineData(FailureKind.InvalidInput, 1)]
    [InlineData(FailureKind.Auth, 1)]
    [InlineData(FailureKind.Quota, 1)]
    public void A_retryable_failure_is_tried_as_often_as_its_cause_is_worth_with_growing_pauses(FailureKind kind, int tries)
    {
        var run = Accept();
        var pauses = new List<TimeSpan?>();
        for (var i = 0; i < tries; i++)
        {
            run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now).Error.Should().BeNull();
            pauses.Add(run.Fail(new GenerationFailure(kind, "no", true), Free, Now).Value);
        }

        pauses[^1].Should().BeNull();
        pauses.SkipLast(1).Should().NotContainNulls().And.BeInAscendingOrder();
        run.Status.Should().Be(GenerationStatus.Failed);
        run.Attempts.Should().HaveCount(tries).And.OnlyContain(a => a.Outcome == AttemptOutcome.Failed && a.FailureKind == kind);
    }

    [Fact]
    public void Pauses_are_spread_so_that_not_all_come_back_at_once()
    {
        var busy = new GenerationFailure(FailureKind.ProviderBusy, "busy", true);
        RetryPolicy.PauseAfter(busy, 1, 0).Should().Be(TimeSpan.FromSeconds(4));
        RetryPolicy.PauseAfter(busy, 1, 1).Should().Be(TimeSpan.FromSeconds(6));
        RetryPolicy.PauseAfter(busy, 5, 1).Should().BeLessThanOrEqualTo(TimeSpan.FromMinutes(12));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void A_provider_that_asks_for_a_longer_pause_gets_at_least_that(double chance)
    {
        var run = Begun();
        run.Fail(new GenerationFailure(FailureKind.RateLimited, "slow down", true, RetryAfter: TimeSpan.FromMinutes(2)), Free, Now, chance);
        run.NotBefore.Should().BeOnOrAfter(Now.AddMinutes(2)).And.BeBefore(Now.AddMinutes(2.1));
        run.Status.Should().Be(GenerationStatus.Queued);
    }

    [Fact]
    public void What_is_expected_is_held_back_until_the_end_and_not_longer()
    {
        foreach (var how in new[] { "succeeded", "failed", "cancelled", "expired" })
        {
            var run = Begun();
            run.ReservedAmount.Should().Be(0.25m);
            End(run, how);
            run.ReservedAmount.Should().Be(0);
        }
    }

    [Fact]
    public void Work_cancelled_before_anything_was_sent_costs_nothing_and_afterwards_the_estimate_until_the_provider_says_otherwise()
    {
        var waiting = Accept();
        waiting.Cancel(Now);
        waiting.CostAmount.Should().Be(0);

        var begun = Begun();
        begun.Cancel(Now);
        begun.CostAmount.Should().Be(0.25m);
        begun.Attempts[0].CostAssumed.Should().BeTrue();
        begun.Correct(begun.Attempts[0].Id, Charged(0.1m)).Should().BeTrue();
        begun.CostAmount.Should().Be(0.1m);
        begun.Correct(begun.Attempts[0].Id, Charged(0.2m)).Should().BeFalse("it has been said");
    }

    [Fact]
    public void A_charge_in_another_currency_is_counted_at_the_rate_of_the_day_it_was_accepted_and_kept_as_it_was_said()
    {
        var price = Money.Of(0.25m, "USD").Value;
        var run = GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe(), new Quote(price, 0.92m, price.Into("EUR", 0.92m).Value), 0, Stamp).Value;
        run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now);
        run.Succeed(Id(), run.ChargeFor(Money.Of(0.333333m, "USD").Value, true, _ => 2), Now);
        (run.CostAmount, run.Currency).Should().Be((0.306666m, "EUR"));
        (run.Attempts[0].ProviderAmount, run.Attempts[0].ProviderCurrency, run.Attempts[0].ProviderRate).Should().Be((0.333333m, "USD", 0.92m));
    }

    [Fact]
    public void A_charge_in_a_currency_of_which_nobody_knows_the_worth_counts_as_the_estimate() =>
        Begun().ChargeFor(Money.Of(40, "JPY").Value, true, _ => null).Should().BeEquivalentTo(new { Assumed = true, Cost = new { Amount = 0.25m, Currency = "USD" } });

    [Fact]
    public void What_failed_attempts_cost_is_counted()
    {
        var run = Begun();
        run.Fail(new GenerationFailure(FailureKind.CorruptOutput, "half a picture", true, Billable: true), Charged(0.04m), Now);
        run.BeginAttempt(new AttemptId(Guid.CreateVersion7()), Now);
        run.Succeed(Id(), Charged(0.05m), Now);
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
        GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe(), Quote.Of(Price), 0, Stamp).Error.Should().Be(AssetErrors.NotFound);
        shot.LastChildNumber.Should().Be(0);
    }

    [Fact]
    public void A_recipe_that_does_not_fit_is_refused_with_its_field_and_draws_no_number()
    {
        var run = GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe() with { Seed = -1 }, Quote.Of(Price), 0, Stamp);
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

    private GenerationRun Accept() => GenerationRun.Accept(new GenerationId(Guid.CreateVersion7()), shot, Recipe(), Quote.Of(Price), 0, Stamp).Value;

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
            "succeeded" => run.Succeed(Id(), Free, Now).Error,
            "failed" => run.Fail(new GenerationFailure(FailureKind.Auth, "no"), Free, Now).Error,
            "cancelled" => run.Cancel(Now).Error,
            _ => run.Expire("gone", Free, Now).Error,
        };
    }

    private static Charge Charged(decimal amount) => new(Money.Of(amount, "USD").Value, Money.Of(amount, "USD").Value, 1, false);

    private static Recipe Recipe() => new() { Provider = "sketch", Model = "storyboard", Prompt = "a pier", Seed = 7, Shot = new ShotBrief() };

    private static AssetId Id() => new(Guid.CreateVersion7());

    private static Asset Shot()
    {
        var film = Asset.Create(Workspace, Id(), AssetTypes.Of<FilmDetails>(), "Film", null, "a0", new FilmDetails(), Stamp).Value;
        return Asset.Create(Workspace, Id(), AssetTypes.Of<ShotDetails>(), "Shot", film, "a0", new ShotDetails(), Stamp).Value;
    }
}
