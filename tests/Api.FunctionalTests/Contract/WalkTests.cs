using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>Every operation is called with success at least once, and answers as the document describes it.</summary>
public sealed class WalkTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Every_operation_succeeds_and_answers_as_documented()
    {
        using var check = new AnswerCheck(() => Task.FromResult(ApiContract.Committed));
        using var http = App.CreateDefaultClient(new Uri("http://localhost"), check);
        var story = new Story(http) { Mailbox = App.Mailbox };
        await using (new WalkStage(App))
        {
            foreach (var step in Walk.Steps)
            {
                await story.PlayAsync(step);
                check.Succeeded.Should().Contain(step.Operation, "{0} is that operation", step.Call);
            }
        }

        ApiContract.Committed.Operations.Select(o => o.Id).Except(check.Succeeded).Should().BeEmpty("every operation has a step in {0}", nameof(Walk));
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
