using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

/// <summary>
/// Operations × callers who have no business here. Before each step of the walk all of them try the very same request, with the very ids
/// that are right at that moment; afterwards the workspace's rows are what they were.
/// </summary>
internal static class IntruderWalk
{
    private const string WalkersSlug = "walkers";

    /// <summary>What the worker does of its own accord is not an intruder's doing: then the step is tried again.</summary>
    private const int Tries = 5;

    internal static async Task RunAsync(DirectorApp app)
    {
        using var http = app.CreateDefaultClient(new Uri("http://localhost"));
        var story = new Story(http) { Mailbox = app.Mailbox, Clock = app.Clock };
        var tried = new HashSet<string>(StringComparer.Ordinal);
        await using var stage = new WalkStage(app);
        IReadOnlyList<Intruder> intruders = [];
        Guid victim = default;
        foreach (var step in Walk.Steps)
        {
            if (AccessTable.Rows[step.Operation] is not AccessTable.Anybody)
            {
                await HoldsAsync(app, intruders, story, step, victim);
                tried.Add(step.Operation);
            }

            // Drawing dozens of takes once more shows nothing, and nothing that follows needs them.
            if (step.Operation == "createDemoFilm") continue;
            await story.PlayAsync(step);
            if (step.Operation != "setUp") continue;
            victim = (await app.Database.ListAsync<Guid>($"select id from workspaces where slug = '{WalkersSlug}'"))[0];
            intruders = await Intruders.GatherAsync(app, victim, WalkersSlug);
        }

        foreach (var intruder in intruders) intruder.Dispose();
        tried.Should().BeEquivalentTo(AccessTable.Rows.Where(r => r.Value is not AccessTable.Anybody).Select(r => r.Key), "every operation is tried");
    }

    private static async Task HoldsAsync(DirectorApp app, IReadOnlyList<Intruder> intruders, Story story, Step step, Guid victim)
    {
        intruders.Should().NotBeEmpty("{0} comes after set-up", step.Operation);
        var (before, after) = ("", "-");
        for (var attempt = 0; before != after && attempt < Tries; attempt++)
        {
            if (attempt > 0) await Task.Delay(200);
            before = await Rows.OfAsync(app.Database, victim);
            foreach (var intruder in intruders) await intruder.TriesAsync(story, step, AccessTable.Rows[step.Operation]);
            after = await Rows.OfAsync(app.Database, victim);
        }

        after.Should().Be(before, "nobody who tried {0} may change anything of the workspace", step.Operation);
    }
}
