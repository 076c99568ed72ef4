using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Generation;

public sealed class GenerateTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Three_wished_takes_arrive_with_numbers_media_thumbnails_and_events()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var shot = await ada.ShotAsync(film);
        var accepted = await ada.GenerateAsync(shot, new { count = 3, seed = 41 });
        accepted.Select(a => a.GetProperty("number").GetInt32()).Should().Equal(1, 2, 3);
        accepted.Select(a => a.GetProperty("seed").GetInt64()).Should().Equal(41, 42, 43);

        (await ada.SettledAsync()).Should().OnlyContain(g => g.State() == "succeeded");
        var takes = await ada.TakesAsync(shot);
        takes.Select(t => t.GetProperty("number").GetInt32()).Should().Equal(1, 2, 3);
        foreach (var take in takes)
        {
            var media = take.GetProperty("media");
            var bytes = await ada.GetByteArrayAsync($"/api/assets/{take.GetProperty("id").GetGuid()}/media");
            Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(media.GetProperty("sha256").GetString());
            media.GetProperty("width").GetInt32().Should().BeGreaterThanOrEqualTo(960);
            var small = await ada.GetAsync($"/api/assets/{take.GetProperty("id").GetGuid()}/thumbnail?size=160");
            small.Content.Headers.ContentType!.MediaType.Should().Be("image/webp");
            var recipe = take.GetProperty("details").GetProperty("recipe");
            recipe.GetProperty("prompt").GetString().Should().Contain("Mira waits on the pier");
        }

        takes.Select(t => t.GetProperty("media").GetProperty("sha256").GetString()).Should().OnlyHaveUniqueItems();
        (await ada.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("takeCount").GetInt32().Should().Be(3);
        var events = await ada.GetAsync<JsonElement>($"/api/events?rootId={film}&limit=200");
        events.GetProperty("items").EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "finishGeneration" && e.GetProperty("subjectType").GetString() == "shot_take" && e.GetProperty("before").ValueKind == JsonValueKind.Null)
            .Should().HaveCount(3).And.OnlyContain(e => e.GetProperty("actor").GetProperty("name").GetString() == "ada");
    }

    [Fact]
    public async Task The_arrival_of_a_take_does_not_make_the_shots_text_stale()
    {
        var ada = await App.CreateClient("ada");
        var shot = await ada.ShotAsync(await ada.FilmAsync());
        var before = (await ada.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("version").GetInt64();
        await ada.GenerateAsync(shot, new { count = 1 });
        await ada.SettledAsync();
        (await ada.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("version").GetInt64().Should().Be(before);
    }

    [Fact]
    public async Task A_film_generates_only_the_shots_that_have_none_and_wait_for_none()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var first = await ada.ShotAsync(film, "one");
        await ada.ShotAsync(film, "two");
        await ada.ShotAsync(film, "three");
        await ada.GenerateAsync(first, new { count = 1 });
        var begun = await ada.PostAsync<JsonElement>($"/api/films/{film}/generate", new { });
        begun.GetProperty("generations").GetArrayLength().Should().Be(2);
        await ada.SettledAsync();
        (await ada.PostAsync<JsonElement>($"/api/films/{film}/generate")).GetProperty("generations").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("{\"count\":0}", "count")]
    [InlineData("{\"count\":17}", "count")]
    [InlineData("{\"seed\":-1}", "seed")]
    [InlineData("{\"provider\":\"nobody\"}", "provider")]
    [InlineData("{\"model\":\"none\"}", "model")]
    [InlineData("{\"parentTakeId\":\"0198c0de-0000-7000-8000-000000000000\"}", "parentTakeId")]
    public async Task A_wish_that_does_not_fit_names_its_field_and_draws_no_number(string body, string field)
    {
        var ada = await App.CreateClient("ada");
        var shot = await ada.ShotAsync(await ada.FilmAsync());
        var problem = await ada.PostJsonAsync($"/api/shots/{shot}/generate", body).ProblemAsync();
        problem.HttpStatus.Should().Be(422);
        problem.Fields.Should().Equal(field);
        (await App.Database.ListAsync<int>("select last_child_number from assets where type = 'shot'")).Should().Equal(0);
        (await App.Database.ListAsync<long>("select count(*) from generations")).Should().Equal(0);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Work_queued_in_a_transaction_is_scheduled_by_its_commit_alone(bool refused, long scheduled)
    {
        var ada = await App.PersonAsync("ada");
        await App.CreateClient("ada");
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(new WorkspaceId(ada.WorkspaceId), new UserId(ada.Id), "ada", "test");
        var id = new GenerationId(Guid.CreateVersion7());
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync<Result<Done>>("test", async ct =>
        {
            await scope.ServiceProvider.GetRequiredService<IGenerationQueue>().EnqueueAsync([id], TimeSpan.FromHours(1), ct);
            return refused ? GenerationErrors.NotFound : Done.Ok;
        }, CancellationToken.None);
        (await App.Database.ListAsync<long>("select count(*) from qrtz_triggers where trigger_group = $1", $"generation.{id.Value:N}")).Should().Equal(scheduled);
        (await App.Database.ListAsync<long>("select count(*) from qrtz_job_details where job_group = $1", $"generation.{id.Value:N}")).Should().Equal(scheduled);
    }

    [Fact]
    public async Task Somebody_elses_shot_film_and_generation_answer_like_missing_ones()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var shot = await ada.ShotAsync(film);
        var id = (await ada.GenerateAsync(shot, new { }))[0].GetProperty("generationId").GetGuid();
        await ada.SettledAsync();
        var take = (await ada.TakesAsync(shot))[0].GetProperty("id").GetGuid();

        var eve = await App.CreateClient("eve");
        var none = Guid.CreateVersion7();
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/api/shots/{0}/generate"), (HttpMethod.Post, "/api/films/{0}/generate"), (HttpMethod.Post, "/api/films/{0}/generations/cancel"),
            (HttpMethod.Post, "/api/shots/{0}/generations/cancel"), (HttpMethod.Get, "/api/shots/{0}/prompt"),
            (HttpMethod.Get, "/api/generations/{0}"), (HttpMethod.Post, "/api/generations/{0}/cancel"), (HttpMethod.Post, "/api/generations/{0}/retry"),
            (HttpMethod.Get, "/api/assets/{0}/media"), (HttpMethod.Get, "/api/assets/{0}/thumbnail"),
        })
        {
            var missing = await eve.SendJsonAsync(method, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, none), null).ProblemAsync();
            missing.HttpStatus.Should().Be(404);
            foreach (var foreign in new[] { shot, film, id, take })
            {
                var problem = await eve.SendJsonAsync(method, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, foreign), null).ProblemAsync();
                (problem with { TraceId = null }).Should().BeEquivalentTo(missing with { TraceId = null }, "{0}", path);
            }
        }

        (await eve.GetAsync<JsonElement>("/api/generations")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await eve.GetAsync<JsonElement>("/api/events")).GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Nobody_generates_without_signing_in() =>
        (await App.Anonymous().StatusAsync(HttpMethod.Post, $"/api/shots/{Guid.CreateVersion7()}/generate")).Should().Be(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task The_models_are_listed_and_an_estimate_adds_up()
    {
        var ada = await App.CreateClient("ada");
        var providers = await ada.GetAsync<JsonElement>("/api/models");
        providers[0].GetProperty("slug").GetString().Should().Be("sketch");
        providers[0].GetProperty("status").GetString().Should().Be("available");
        var estimate = await ada.PostAsync<JsonElement>("/api/generations/estimate", new { count = 5 });
        estimate.GetProperty("count").GetInt32().Should().Be(5);
        estimate.GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(0);
    }
}
