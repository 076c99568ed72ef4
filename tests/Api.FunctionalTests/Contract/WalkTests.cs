using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Director.Application.Generation;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>Every operation is called with success at least once, and answers as the document describes it.</summary>
public sealed class WalkTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Every_operation_succeeds_and_answers_as_documented()
    {
        // A provider that works until the walk is over: what is cancelled is never finished already.
        var over = new TaskCompletionSource();
        App.Provider.OnSubmit = async (_, ct) =>
        {
            await over.Task.WaitAsync(ct);
            return new ProviderAnswer.Forgotten();
        };
        using var check = new AnswerCheck(() => Task.FromResult(ApiContract.Committed));
        using var http = App.CreateDefaultClient(new Uri("http://localhost"), check);
        var story = new Story(http) { Mailbox = App.Mailbox };
        try
        {
            foreach (var step in Walk.Steps)
            {
                await story.PlayAsync(step);
                check.Succeeded.Should().Contain(step.Operation, "{0} is that operation", step.Call);
            }
        }
        finally
        {
            over.SetResult();
            await WorkIsOverAsync();
        }

        ApiContract.Committed.Operations.Select(o => o.Id).Except(check.Succeeded).Should().BeEmpty("every operation has a step in {0}", nameof(Walk));
    }

    /// <summary>Steps that are still running would write into the next test's database.</summary>
    private async Task WorkIsOverAsync()
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var left = await App.Database.ListAsync<long>("select (select count(*) from qrtz_fired_triggers) + (select count(*) from qrtz_triggers where trigger_group like 'generation.%')");
            if (left[0] == 0) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("Generations are still being worked at after the walk.");
    }

    [Fact]
    public void An_answer_that_the_document_does_not_describe_is_noticed()
    {
        var operation = ApiContract.Committed.Operations.Single(o => o.Id == "listAssetIds");

        ApiContract.Committed.Misfits(operation, 200, "application/json", """{"ids":[],"truncated":false}""").Should().BeEmpty();
        ApiContract.Committed.Misfits(operation, 200, "application/json", """{"ids":[]}""").Should().NotBeEmpty("a property is missing");
        ApiContract.Committed.Misfits(operation, 200, "application/json", """{"ids":["x"],"truncated":false}""").Should().NotBeEmpty("that is no id");
        ApiContract.Committed.Misfits(operation, 200, "application/json", """{"ids":[],"truncated":false,"more":1}""").Should().NotBeEmpty("that property is not described");
        ApiContract.Committed.Misfits(operation, 200, "text/html", "").Should().NotBeEmpty("that is not JSON");
        ApiContract.Committed.Misfits(operation, 418, "application/problem+json", "{}").Should().NotBeEmpty("that status is not described");
        var asset = ApiContract.Committed.Operations.Single(o => o.Id == "getAsset");
        ApiContract.Committed.Misfits(asset, 404, "application/problem+json", """{"title":"x"}""").Should().NotBeEmpty("a problem has a code");
    }
}
