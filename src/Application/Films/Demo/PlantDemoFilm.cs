using System.Reflection;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Application.MediaFiles;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Generation;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films.Demo;

/// <summary>Plants the demonstration film: 3 scenes, 12 shots, 48 takes drawn by Sketch, three characters, one failed attempt, one shot without a pick.</summary>
[Requires(Permission.Edit)]
public sealed record PlantDemoFilmCommand : ICommand<AssetDto>, IOwnTransaction;

internal sealed class PlantDemoFilmHandler(DemoDrawing drawing, IMediator application) : IRequestHandler<PlantDemoFilmCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(PlantDemoFilmCommand request, CancellationToken cancellationToken)
    {
        // Drawing takes seconds and needs no transaction; storing takes little and happens in one.
        var pictures = await drawing.DrawAsync(cancellationToken);
        if (pictures.Error is { } undrawn) return undrawn;
        var script = await drawing.StoreScriptAsync(cancellationToken);
        if (script.Error is { } unstored) return unstored;
        return await application.Send(new CreateDemoFilmCommand(pictures.Value, script.Value), cancellationToken);
    }
}

/// <summary>One drawn take: what it was made from and the file in the store.</summary>
internal sealed record DemoPicture(Recipe Recipe, Media Media);

/// <summary>Draws the demonstration's takes and puts them into the store.</summary>
internal sealed class DemoDrawing(IGenerationProviders providers, IBlobStore blobs, IMediaProbe probe, IIdSource ids)
{
    /// <summary>The take that the failure took the number of.</summary>
    internal const int FailedNumber = 3;

    private static readonly Error NoSketch = new("demo.noSketch", "The built-in provider is not there, so the demonstration film cannot be drawn.", ErrorKind.Unavailable);

    /// <summary>The takes of every shot, in film order.</summary>
    internal async Task<Result<IReadOnlyList<IReadOnlyList<DemoPicture>>>> DrawAsync(CancellationToken ct)
    {
        if (await providers.FindAsync("sketch", ct) is not { } sketch) return NoSketch;
        var shots = DemoScript.Scenes.SelectMany(s => s.Shots.Select(shot => (Scene: s, Shot: shot))).ToList();
        var wanted = shots.Select((s, i) => Enumerable.Range(0, DemoScript.TakesPerShot).Select(t => RecipeOf(sketch, s.Scene, s.Shot, i, t)).ToList()).ToList();
        var drawn = await Task.WhenAll(wanted.SelectMany(r => r).Select(r => sketch.SubmitAsync(new ProviderRequest(new AttemptId(ids.Next()), r), ct)));

        var pictures = new List<IReadOnlyList<DemoPicture>>();
        for (var shot = 0; shot < wanted.Count; shot++)
        {
            var takes = new List<DemoPicture>();
            for (var take = 0; take < DemoScript.TakesPerShot; take++)
            {
                if (drawn[(shot * DemoScript.TakesPerShot) + take] is not ProviderAnswer.Finished { Outputs: [var output, ..] }) return NoSketch;
                await using (output)
                {
                    var stored = await blobs.PutAsync(output.Content, long.MaxValue, ct);
                    if (stored.Error is { } full) return full;
                    var media = await probe.ProbeAsync(stored.Value, ct);
                    if (media.Error is { } unreadable) return unreadable;
                    takes.Add(new DemoPicture(wanted[shot][take], media.Value));
                }
            }

            pictures.Add(takes);
        }

        return pictures;
    }

    /// <summary>Puts the script into the store.</summary>
    internal async Task<Result<Media>> StoreScriptAsync(CancellationToken ct)
    {
        await using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream("Director.Application.Films.Demo.demo-film.fountain")!;
        var stored = await blobs.PutAsync(script, long.MaxValue, ct);
        return stored.Error is { } full ? full : new Media("text/plain", stored.Value.Size, stored.Value.Sha256);
    }

    /// <summary>The number of a shot's n-th take (from 0): one is missing where an attempt failed.</summary>
    internal static int NumberOf(int shotIndex, int take) => take + 1 + (shotIndex == DemoScript.ShotWithFailure && take + 1 >= FailedNumber ? 1 : 0);

    private static Recipe RecipeOf(IGenerationProvider sketch, DemoScene scene, DemoShot shot, int shotIndex, int take)
    {
        var brief = new ShotBrief
        {
            FilmTitle = DemoScript.Title,
            SceneNumber = scene.Number,
            ShotCode = CodeOf(shotIndex),
            TakeNumber = NumberOf(shotIndex, take),
            Text = shot.Text,
            Dialogue = shot.Dialogue,
            Size = shot.Size,
            Angle = shot.Angle,
            Movement = shot.Movement,
            Lens = shot.Lens,
            Mood = shot.Weather,
            IntExt = scene.IntExt,
            Location = scene.Location,
            TimeOfDay = scene.TimeOfDay,
            AspectRatio = "16:9",
            Cast = [.. shot.Cast.Select(n => DemoScript.Cast.First(c => c.Name == n)).Select(c => new CastMember(Guid.Empty, c.Name, c.Colour, c.Looks, null, null))],
        };
        return new Recipe { Provider = sketch.Slug, Model = sketch.Models[0].Name, Prompt = PromptComposer.Compose(brief, null, null), Seed = shot.Seed + take, Shot = brief };
    }

    /// <summary>The code of the n-th shot (from 0).</summary>
    internal static string CodeOf(int shotIndex) => ShotCodeScheme.Numbered.Next([.. Enumerable.Range(1, shotIndex).Select(i => $"SH{i * 10:0000}")]);
}

/// <summary>Stores the demonstration film, within one transaction.</summary>
internal sealed class DemoPlanting(
    IAssetRepository assets, IGenerationRepository generations, IBlobStore blobs, IActivityLog activity, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock)
{
    private const string Source = "demo";

    internal async Task<Result<Asset>> PlantAsync(IReadOnlyList<IReadOnlyList<DemoPicture>> pictures, Media script, CancellationToken ct)
    {
        activity.SummariseCreations();
        var stamp = caller.Stamp(clock);
        var film = Make(DemoScript.Title, null, new FilmDetails { Synopsis = DemoScript.Synopsis, FrameRate = "24", AspectRatio = "16:9", ShotCodeScheme = "SH{0000}" }, 0, stamp);
        await KeepScriptAsync(film, script, stamp, ct);
        var cast = DemoScript.Cast.ToDictionary(c => c.Name, c => Make(c.Name, null, c.Details, 0, stamp));
        foreach (var (member, at) in cast.Values.Select((m, i) => (m, i))) Link(member, film, RelationshipKind.CastIn, at, stamp);

        var shotIndex = 0;
        for (var s = 0; s < DemoScript.Scenes.Count; s++)
        {
            var said = DemoScript.Scenes[s];
            var scene = Make(said.Heading, film, new SceneDetails { SceneNumber = said.Number, IntExt = said.IntExt, Location = said.Location, TimeOfDay = said.TimeOfDay, Setting = said.Heading }, s, stamp);
            for (var i = 0; i < said.Shots.Count; i++, shotIndex++)
            {
                var shot = Make(said.Shots[i].Text, scene, said.Shots[i].Details, i, stamp);
                shot.AssignCode(DemoDrawing.CodeOf(shotIndex));
                foreach (var (name, at) in said.Shots[i].Cast.Select((n, at) => (n, at))) Link(shot, cast[name], RelationshipKind.UsesCharacter, at, stamp);
                var refused = await TakesAsync(shot, said.Shots[i], pictures[shotIndex], shotIndex, stamp, ct);
                if (refused is not null) return refused;
            }
        }

        await unitOfWork.FlushAsync(ct);
        activity.Add("import", film.Id.Value, film.RootId.Value, null, System.Text.Json.JsonSerializer.SerializeToElement(new { name = film.Name, shots = shotIndex }));
        return film;
    }

    private async Task<Error?> TakesAsync(Asset shot, DemoShot said, IReadOnlyList<DemoPicture> pictures, int shotIndex, Stamp stamp, CancellationToken ct)
    {
        for (var t = 0; t < pictures.Count; t++)
        {
            if (shotIndex == DemoScript.ShotWithFailure && t + 1 == DemoDrawing.FailedNumber && Failed(shot, pictures[t].Recipe, stamp) is { } odd) return odd;
            var take = Make($"Take {DemoDrawing.NumberOf(shotIndex, t)}", shot, new ShotTakeDetails { Source = "generated", Recipe = pictures[t].Recipe.ForTake() }, t, stamp);
            var (type, details) = MediaChildren.Describe(pictures[t].Media);
            var picture = Add(Asset.Create(shot.WorkspaceId, new AssetId(ids.Next()), type, $"{take.Name} · {type.Label.ToLowerInvariant()}", take, OrderKey.First.Value, details, stamp));
            if (picture.PutMedia(pictures[t].Media, stamp).Error is { } unput) return unput;
            await blobs.RecordAsync(pictures[t].Media, ct);
            take.MainOutput(picture, stamp);
            if (t == (shotIndex + 1) % pictures.Count && take.Change(new AssetChange { Circled = true }, stamp).Error is { } uncircled) return uncircled;
            if (said.Selected == t + 1 && shot.SelectChild(take, null, stamp).Error is { } unpicked) return unpicked;
        }

        return null;
    }

    /// <summary>An attempt that failed and keeps its number.</summary>
    private Error? Failed(Asset shot, Recipe recipe, Stamp stamp)
    {
        var free = Money.Free("USD");
        var run = GenerationRun.Accept(new GenerationId(ids.Next()), shot, recipe, Quote.Of(free), 0, stamp);
        if (run.Error is { } refused) return refused;
        if (run.Value.BeginAttempt(new AttemptId(ids.Next()), stamp.At).Error is { } unbegun) return unbegun;
        var cause = new GenerationFailure(FailureKind.ProviderBusy, "The provider was busy. Nothing was charged; try again.");
        if (run.Value.Fail(cause, Charge.None(free.Currency), stamp.At).Error is { } unfailed) return unfailed;
        generations.Add(run.Value);
        return null;
    }

    private async Task KeepScriptAsync(Asset film, Media script, Stamp stamp, CancellationToken ct)
    {
        var kept = Make(DemoScript.Title, film, new ScriptDetails { Format = "fountain", SceneCount = DemoScript.Scenes.Count, EstimatedFrames = DemoScript.Scenes.Sum(s => s.Shots.Sum(x => x.Frames)) }, 0, stamp);
        await blobs.RecordAsync(script, ct);
        _ = kept.PutMedia(script, stamp).Value;
    }

    private Asset Make<TDetails>(string name, Asset? parent, TDetails details, int place, Stamp stamp) where TDetails : AssetDetails
    {
        var made = Asset.Create(caller.Workspace(), new AssetId(ids.Next()), AssetTypes.Of<TDetails>(), name, parent, OrderKey.Sequence(place + 1)[place].Value, details, stamp);
        _ = made.Succeeded ? made.Value.Change(new AssetChange { Source = Source }, stamp).Value : default;
        return Add(made);
    }

    private Asset Add(Result<Asset> made)
    {
        assets.Add(made.Value);
        return made.Value;
    }

    private void Link(Asset parent, Asset child, RelationshipKind kind, int sequence, Stamp stamp) =>
        assets.Add(AssetRelationship.Create(new RelationshipId(ids.Next()), parent, child, kind, sequence, "{}", stamp).Value);
}
