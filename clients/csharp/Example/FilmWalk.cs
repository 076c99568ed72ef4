namespace Director.Client.Example;

/// <summary>From nothing to a film with an uploaded, a generated and a selected take, and what the structure then says.</summary>
public static class FilmWalk
{
    /// <summary>How long a drawing may take; other providers are slower.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>A PNG of 8 by 8 grey pixels, in place of what came from set.</summary>
    private static readonly byte[] Still = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNIgQIGyhgAhHUZAVE+w4IAAAAASUVORK5CYII=");

    /// <summary>Signs in by token, makes a film with a scene and a shot, uploads one take, has another one made, selects that, refines the shot, and prints the film.</summary>
    /// <param name="http">Its base address is the server's.</param>
    /// <param name="email">Who signs in.</param>
    /// <param name="password">Their password.</param>
    /// <param name="output">Where the story goes.</param>
    public static async Task RunAsync(HttpClient http, string email, string password, TextWriter output)
    {
        var director = new DirectorClient(http);
        var session = await director.LoginAsync(new LoginRequest { Email = email, Password = password, Mode = SessionKind.Token });
        director.UseToken(session.AccessToken!);
        await output.WriteLineAsync($"signed in as {session.User.Name}");

        var film = await director.CreateFilmAsync(new CreateFilmRequest { Title = "The Lighthouse Keeper", FrameRate = "24000/1001" });
        var scene = await director.CreateSceneAsync(film.Id, new NewScene { IntExt = "EXT", Location = "LIGHTHOUSE", TimeOfDay = "DAWN" });
        var shot = await director.AddShotToSceneAsync(scene.Id, new NewShot { Description = "The lamp goes out.", ShotSize = "WS", DurationFrames = 72 });
        await output.WriteLineAsync($"made shot {shot.Code}");

        // A take from set: the take first, then its file. The file becomes a child of the take.
        var take = await director.CreateShotTakeAsync(shot.Id, new NewTakeRequest { Source = "set", Notes = "Wind in the microphone." });
        using (var still = new MemoryStream(Still)) take = await director.PutMediaAsync(take.Id, still);
        var files = await director.GetChildrenAsync(take.Id, kind: ["contains"]);
        await output.WriteLineAsync($"take {take.Number} has {take.Media!.ContentType}, {Describe(files.Items[0].Asset.Details)}");

        // A take of the built-in provider, which is free and needs no key. The key makes sure that a repeated call does not ask twice.
        var accepted = await director.GenerateShotTakesAsync(shot.Id, $"first-take-{shot.Id}", new GenerateShotTakesRequest { Provider = "sketch", Count = 1, Seed = 7 });
        var generation = await WaitAsync(director, accepted[0].GenerationId);
        await output.WriteLineAsync($"take {generation.Number} {generation.State.ToString().ToLowerInvariant()}");

        var selected = await director.SelectTakeAsync(shot.Id, new SelectTakeRequest { TakeId = generation.TakeId!.Value, Reason = "The quiet one." });
        await output.WriteLineAsync($"selected take {selected.SelectedTake!.Number}");

        // A merge patch: what is not set stays, what is named with null is removed.
        var patch = new AssetPatch { Details = new ShotDetails { Lens = "35 mm", Mood = "cold" } };
        patch.AdditionalProperties["status"] = null!;
        var refined = await director.UpdateAssetAsync(shot.Id, $"\"{selected.Version}\"", patch);
        await output.WriteLineAsync(Describe(refined));

        try
        {
            await director.UpdateAssetAsync(shot.Id, "\"1\"", new AssetPatch { Name = "Too late" });
        }
        catch (DirectorException<Problem> refused)
        {
            await output.WriteLineAsync($"refused: {refused.StatusCode} {refused.Result.Code}");
        }

        var structure = await director.GetFilmStructureAsync(film.Id, TakesShown.All);
        await output.WriteLineAsync($"{Describe(structure.Film.Details)}, {structure.Progress.Selected} of {structure.Progress.Shots} shots selected");
        foreach (var node in structure.Scenes)
        {
            await output.WriteLineAsync(Describe(node.Details));
            foreach (var each in node.Shots) await output.WriteLineAsync($"  {each.Code} {Describe(each.Details)}, take {each.SelectedTake?.Number}");
        }
    }

    /// <summary>Asks until the generation has ended. A page that is open would listen to <c>/api/events/stream</c> instead.</summary>
    private static async Task<Generation> WaitAsync(DirectorClient director, Guid id)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var generation = await director.GetGenerationAsync(id, patience.Token);
            switch (generation.State)
            {
                case GenerationStatus.Succeeded:
                    return generation;
                case GenerationStatus.Failed or GenerationStatus.Expired or GenerationStatus.Cancelled:
                    throw new InvalidOperationException($"The take was not made: {generation.Failure?.Message}");
                default:
                    await Task.Delay(TimeSpan.FromMilliseconds(250), patience.Token);
                    break;
            }
        }
    }

    private static string Describe(Asset asset) => $"{asset.Type} {asset.Name}: {Describe(asset.Details)}";

    /// <summary>What a few words can say of any asset's details; every type has its own class.</summary>
    private static string Describe(AssetDetails details) => details switch
    {
        FilmDetails film => $"film at {film.FrameRate}",
        SceneDetails scene => $"{scene.IntExt} {scene.Location} {scene.TimeOfDay}",
        ShotDetails shot => $"{shot.ShotSize} {shot.Lens} {shot.DurationFrames} frames: {shot.Description}",
        ShotTakeDetails take => $"take from {take.Source}",
        CharacterRefDetails character => $"{character.CharacterType} character",
        LocationDetails location => $"location {location.Description}",
        PropDetails prop => $"prop {prop.Description}",
        StyleDetails style => $"style {style.Description}",
        ScriptDetails script => $"script of {script.SceneCount} scenes",
        TextDetails text => $"{text.WordCount} words",
        ImageDetails image => $"{image.Width} by {image.Height} pixels",
        VideoDetails video => $"{video.Frames} frames of {video.Codec}",
        AudioDetails audio => $"{audio.DurationMs} ms of sound",
        _ => throw new NotSupportedException($"{details.GetType().Name} is newer than this program."),
    };
}
