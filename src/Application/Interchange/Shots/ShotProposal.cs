using Director.Application.Interchange.Screenplays;
using Director.Domain.Films;

namespace Director.Application.Interchange.Shots;

/// <summary>
/// A first proposal of shots for a screenplay, for the crew to edit: deterministic, offline, from the words alone.
/// </summary>
/// <remarks>
/// Length: speech takes 2.5 words a second and half a second of breath, action 4.5 words a second (a page of it is about a minute), a shot
/// at least one second; the sum is rounded to whole frames of the film's rate. Size, angle and movement follow what the script says of the camera; where it says nothing, a scene opens wide, action varies by
/// place in the scene, and a dialogue goes from medium to close and over the shoulder as its speakers alternate.
/// </remarks>
public static class ShotProposal
{
    /// <summary>Proposes shots for the opening, if there is one, and for every scene.</summary>
    /// <param name="screenplay">The script.</param>
    /// <param name="rate">The film's rate, for the lengths.</param>
    /// <param name="knownCharacters">People already cast who may be named in action without speaking; names in any case.</param>
    public static IReadOnlyList<ProposedScene> For(Screenplay screenplay, FrameRate rate, IEnumerable<string>? knownCharacters = null)
    {
        var index = new CharacterIndex(screenplay.Characters.Select(character => character.Name)
            .Concat((knownCharacters ?? []).Select(name => CharacterCue.Name(name))));
        var scenes = screenplay.Opening is { } opening ? screenplay.Scenes.Prepend(opening) : screenplay.Scenes;
        return [.. scenes.Select(scene => For(scene, rate, index))];
    }

    /// <summary>Proposes shots for one scene, at least one.</summary>
    public static ProposedScene For(ScreenplayScene scene, FrameRate rate, CharacterIndex index)
    {
        var groups = BeatSplitter.Split(scene);
        var shots = groups.Select((beats, place) => Shot(scene, groups, place, rate, index)).ToList();
        var fingerprint = groups.Count == 0 ? null : TextFingerprint.Of(groups.SelectMany(Parts));
        if (shots.Count == 0) shots.Add(Shot(scene, [[new Beat(scene.Line, null, scene.Heading)]], 0, rate, index));
        return new ProposedScene(scene, fingerprint, shots);
    }

    private static IEnumerable<string> Parts(List<Beat> beats) =>
        beats.SelectMany(beat => beat.Speaker is null ? new[] { beat.Text } : [beat.Speaker, beat.Text]);

    private static ProposedShot Shot(ScreenplayScene scene, List<List<Beat>> groups, int place, FrameRate rate, CharacterIndex index)
    {
        var beats = groups[place];
        var speaks = beats[0].Speaker is not null;
        var action = string.Join(' ', beats.Select(beat => beat.Speaker is null ? beat.Text : beat.Direction).Where(text => text is not null));
        var people = beats.SelectMany(beat => beat.Speaker is null ? [] : index.Speakers(beat.Speaker)).Concat(index.NamedIn(action)).Distinct().ToList();
        var (size, angle, movement) = Camera(groups, place, action, people.Count);
        var description = Cut(speaks ? string.Join(' ', beats.Select(Spoken)) : action, ProposedShot.MaxDescriptionLength);
        return new ProposedShot
        {
            Line = beats[0].Line,
            Description = description,
            Dialogue = speaks ? Cut(string.Join('\n', beats.Select(beat => $"{beat.Speaker}: {beat.Text}")), ProposedShot.MaxDialogueLength) : null,
            ShotSize = size,
            CameraAngle = angle,
            Movement = movement,
            Characters = people,
            DurationFrames = Frames(beats, rate),
            Prompt = Prompt(scene, size, angle, movement, people, speaks, speaks ? action : description),
            Fingerprint = TextFingerprint.Of(Parts(beats)),
        };
    }

    private static string Spoken(Beat beat) =>
        beat.Direction is null ? $"{beat.Speaker}: {beat.Text}" : $"{beat.Speaker} ({beat.Direction}): {beat.Text}";

    private static int Frames(List<Beat> beats, FrameRate rate)
    {
        var seconds = beats.Sum(beat => beat.Speaker is null ? SpokenLength.Seen(beat.Words) : SpokenLength.Spoken(beat.Words));
        return (int)Math.Max(rate.FramesIn(Math.Max(1, seconds)), rate.Nominal);
    }

    private static (string Size, string Angle, string Movement) Camera(List<List<Beat>> groups, int place, string action, int people)
    {
        var beats = groups[place];
        var movement = CameraWords.Movement(action);
        var angle = CameraWords.Angle(action);
        var size = CameraWords.Size(action);
        if (beats[0].Speaker is { } speaker)
        {
            // How many shots of talk came right before: first both in the picture, then closer, then back.
            var run = 0;
            while (run < place && groups[place - run - 1][0].Speaker is not null) run++;
            size ??= beats.Count > 1 || people > 1 && run == 0 ? ShotVocabulary.Medium : (run % 4) is 1 or 3 ? ShotVocabulary.CloseUp : ShotVocabulary.Medium;
            var answers = run > 0 && groups[place - 1][^1].Speaker != speaker;
            angle ??= answers && run % 4 == 2 ? ShotVocabulary.OverTheShoulder : ShotVocabulary.Eye;
            return (size, angle, movement ?? (beats.Sum(beat => beat.Words) > 45 ? ShotVocabulary.PushIn : ShotVocabulary.LockedOff));
        }

        if (place == 0)
        {
            size ??= ShotVocabulary.Wide;
        }
        else
        {
            size ??= people switch
            {
                0 => place % 3 == 0 ? ShotVocabulary.Wide : place % 3 == 1 ? ShotVocabulary.CloseUp : ShotVocabulary.Medium,
                1 => place % 3 == 2 ? ShotVocabulary.CloseUp : ShotVocabulary.Medium,
                2 => place % 3 == 2 ? ShotVocabulary.Wide : ShotVocabulary.Medium,
                _ => ShotVocabulary.Wide,
            };
        }

        movement ??= CameraWords.IsLively(action) ? ShotVocabulary.Track
            : place == 0 && groups.Count > 3 ? ShotVocabulary.Pan
            : ShotVocabulary.LockedOff;
        return (size, angle ?? ShotVocabulary.Eye, movement);
    }

    private static string Prompt(ScreenplayScene scene, string size, string angle, string movement, List<string> people, bool speaks, string what)
    {
        var place = scene.Location is null ? null : scene.IntExt switch
        {
            "INT" => $"interior, {scene.Location}",
            "EXT" => $"exterior, {scene.Location}",
            _ => scene.Location,
        };
        var names = people.Count == 0 ? null : string.Join(", ", people.Select(CharacterCue.DisplayName)) + (speaks ? " talking" : "");
        var parts = new[]
        {
            SizeName(size), angle == ShotVocabulary.OverTheShoulder ? angle : angle + " angle", movement == ShotVocabulary.LockedOff ? null : movement,
            names, place, scene.TimeOfDay?.ToLowerInvariant(), scene.Setting,
        };
        var prompt = string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return Cut(what.Length == 0 ? prompt + "." : $"{prompt}. {what}", ProposedShot.MaxPromptLength);
    }

    private static string SizeName(string size) => size switch
    {
        ShotVocabulary.ExtremeCloseUp => "extreme close-up",
        ShotVocabulary.CloseUp => "close-up",
        ShotVocabulary.Wide => "wide shot",
        ShotVocabulary.ExtremeWide => "extreme wide shot",
        _ => "medium shot",
    };

    /// <summary>Shortens at a word, with an ellipsis, never inside a surrogate pair.</summary>
    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = text.LastIndexOf(' ', limit - 2);
        if (end < limit / 2) end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
