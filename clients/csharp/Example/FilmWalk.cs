namespace Director.Client.Example;

/// <summary>From nothing to a film with a selected take, and what the structure then says.</summary>
public static class FilmWalk
{
    /// <summary>Signs in by token, makes a film with a scene, a shot and two takes, selects one, refines it, and prints the film.</summary>
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

        await director.CreateShotTakeAsync(shot.Id, new NewTakeRequest { Source = "set", Notes = "Wind in the microphone." });
        var second = await director.CreateShotTakeAsync(shot.Id, new NewTakeRequest { Source = "set" });
        var selected = await director.SelectTakeAsync(shot.Id, new SelectTakeRequest { TakeId = second.Id, Reason = "The quiet one." });
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
