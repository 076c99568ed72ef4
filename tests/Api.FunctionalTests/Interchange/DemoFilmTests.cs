using System.Text.Json;
using Director.Api.FunctionalTests.Films;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Interchange;

/// <summary>The demonstration film is what it promises to be.</summary>
public sealed class DemoFilmTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_demonstration_film_has_everything_a_crew_wants_to_see()
    {
        var alice = await App.CreateClient("alice");
        var person = await App.PersonAsync("alice");
        await App.Services.GetRequiredService<IDemoFilm>().PlantAsync(new WorkspaceId(person.WorkspaceId), new UserId(person.Id), person.Name, CancellationToken.None);

        var film = (await alice.GetAsync<JsonElement>("/api/films")).GetProperty("items").EnumerateArray().Single().GetProperty("film");
        var structure = await alice.GetAsync<JsonElement>($"/api/films/{film.Id()}/structure?takes=all");
        structure.GetProperty("scenes").GetArrayLength().Should().Be(3);
        var shots = structure.Shots().ToList();
        shots.Should().HaveCount(12);
        shots.Sum(s => s.GetProperty("takes").GetArrayLength()).Should().Be(48);
        shots.Count(s => s.GetProperty("selectedTake").ValueKind == JsonValueKind.Null).Should().Be(1);
        shots.SelectMany(s => s.GetProperty("takes").EnumerateArray()).Select(t => t.GetProperty("media").Text("sha256")).Should().OnlyHaveUniqueItems();
        structure.GetProperty("characters").EnumerateArray().Select(c => c.Text("name")).Should().BeEquivalentTo("Mira", "Олег", "The Harbour Master");
        (await alice.GetAsync<JsonElement>($"/api/generations?filmId={film.Id()}&state=failed")).GetProperty("items").GetArrayLength().Should().Be(1);
    }
}
