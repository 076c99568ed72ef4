using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
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

    [Fact]
    public async Task Asked_for_twice_with_one_key_it_is_there_once()
    {
        var alice = await App.CreateClient("alice");
        var made = await alice.PostOnceAsync("/api/films/demo", "demo-1", new { }).ReadAsync<JsonElement>();
        using var again = await alice.PostOnceAsync("/api/films/demo", "demo-1", new { });

        again.StatusCode.Should().Be(HttpStatusCode.Created);
        again.Headers.Location.Should().Be(new Uri($"/api/assets/{made.Id()}", UriKind.Relative));
        (await alice.GetAsync<JsonElement>("/api/films")).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("film").Id()).Should().Equal(made.Id());
        (await alice.GetAsync<JsonElement>($"/api/films/{made.Id()}/structure")).Shots().Should().HaveCount(12);
    }

    [Fact]
    public async Task Asked_for_again_it_is_made_again()
    {
        var alice = await App.CreateClient("alice");
        var first = await alice.PostAsync<JsonElement>("/api/films/demo", new { });
        (await alice.PostAsync<JsonElement>("/api/films/demo", new { })).Id().Should().NotBe(first.Id());
    }
}
