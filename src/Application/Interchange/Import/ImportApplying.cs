using Director.Application.Common.Ports;
using Director.Application.Interchange.Screenplays;
using Director.Application.Interchange.Shots;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Ops = Director.Application.Interchange.Import.ImportOperations;

namespace Director.Application.Interchange.Import;

/// <summary>The film's cast by name, as scripts write names.</summary>
internal sealed class FilmCast(IEnumerable<Asset> members)
{
    private readonly Dictionary<string, Asset> byName = members.GroupBy(m => CharacterCue.Name(m.Name)).ToDictionary(g => g.Key, g => g.First());

    internal IReadOnlyCollection<string> Names => byName.Keys;

    internal int Count => byName.Count;

    internal Asset? Find(string name) => byName.GetValueOrDefault(CharacterCue.Name(name));

    internal void Add(Asset member) => byName[CharacterCue.Name(member.Name)] = member;
}

/// <summary>Carries out an import plan on the film's rows, within the import's transaction.</summary>
internal sealed class ImportApplying(IAssetRepository assets, IActivityLog activity, ICastColours colours, ICaller caller, IIdSource ids, TimeProvider clock)
{
    private const string Source = "import";

    internal async Task<FilmCast> CastAsync(Asset film, CancellationToken ct)
    {
        var links = await assets.LinksToAsync(film.Id, RelationshipKind.CastIn, ct);
        var members = await assets.FindAllAsync([.. links.Select(l => l.ParentId)], ct);
        return new FilmCast(links.Select(l => members.GetValueOrDefault(l.ParentId)).OfType<Asset>().Where(m => m.IsLive && m.Type.Slug == "character_ref"));
    }

    internal Result<ImportReport> Apply(
        Asset film, IReadOnlyList<Asset> tree, ImportPlan plan, Screenplay screenplay, Media script, FilmCast cast)
    {
        var stamp = caller.Stamp(clock);
        var byId = tree.ToDictionary(a => a.Id.Value);
        if (KeepScript(film, tree, plan, screenplay, script, stamp) is { } noScript) return noScript;
        if (CastMissing(film, screenplay, cast, stamp) is { } uncast) return uncast;

        var made = new Dictionary<(string Kind, int Line), Guid>();
        var scenePlaces = Places(plan.Scenes.Where(s => !s.IsFilm).Select(s => (s.KeepsPlace && s.Id is not null, s.Id is { } id ? byId[id].Position : null)).ToList());
        var at = 0;
        foreach (var planned in plan.Scenes)
        {
            var owner = film;
            if (!planned.IsFilm)
            {
                var place = scenePlaces[at++];
                var scene = planned.Id is { } id ? Change(byId[id], planned, film, place, stamp) : Make(planned, film, place, stamp);
                if (scene.Error is { } refused) return refused.Below($"line {planned.Source?.Scene.Line}");
                owner = scene.Value;
                if (planned.Id is null) made[(ImportItem.Scene, planned.Source!.Scene.Line)] = owner.Id.Value;
            }

            var shotPlaces = Places(planned.Shots.Select(s => (s.KeepsPlace && s.Id is not null, s.Id is { } id ? byId[id].Position : null)).ToList());
            for (var i = 0; i < planned.Shots.Count; i++)
            {
                var shot = planned.Shots[i];
                var done = shot.Id is { } known ? Change(byId[known], shot, owner, shotPlaces[i], stamp) : Make(shot, owner, shotPlaces[i], stamp);
                if (done.Error is { } refused) return refused.Below($"line {shot.Source?.Line}");
                if (shot.Id is null)
                {
                    made[(ImportItem.Shot, shot.Source!.Line)] = done.Value.Id.Value;
                    if (Show(done.Value, shot.Source, cast, stamp) is { } unlinked) return unlinked;
                }
            }
        }

        var report = plan.Report with { New = [.. plan.Report.New.Select(i => made.TryGetValue((i.Kind, i.Line ?? 0), out var id) ? i with { Id = id } : i)] };
        activity.Add("import", film.Id.Value, film.RootId.Value, null, System.Text.Json.JsonSerializer.SerializeToElement(new
        {
            @new = report.New.Count,
            changed = report.Changed.Count,
            moved = report.Moved.Count,
            omitted = report.Omitted.Count,
            reinstated = report.Reinstated.Count,
            scriptSha256 = script.Sha256,
        }));
        return report;
    }

    /// <summary>Order keys for a row of siblings: those that keep their place keep their key, the others go between.</summary>
    private static string[] Places(List<(bool Keeps, string? Key)> row)
    {
        var places = new string[row.Count];
        OrderKey? lower = null;
        for (var i = 0; i < row.Count;)
        {
            if (row[i].Keeps)
            {
                places[i] = row[i].Key!;
                lower = OrderKey.Parse(row[i++].Key!);
                continue;
            }

            var end = i;
            while (end < row.Count && !row[end].Keeps) end++;
            OrderKey? upper = end < row.Count ? OrderKey.Parse(row[end].Key!) : null;
            foreach (var key in OrderKey.Sequence(end - i, lower, upper)) places[i++] = key.Value;
            lower = OrderKey.Parse(places[i - 1]);
        }

        return places;
    }

    private Result<Asset> Make(PlannedScene planned, Asset film, string place, Stamp stamp)
    {
        var made = Asset.Create(film.WorkspaceId, new AssetId(ids.Next()), AssetTypes.Of<SceneDetails>(), NameOf(planned.Source!.Scene.Heading), film, place,
            Details(new SceneDetails(), planned), stamp);
        return Keep(made, planned.ImportKey, stamp);
    }

    private Result<Asset> Make(PlannedShot planned, Asset parent, string place, Stamp stamp)
    {
        var said = planned.Source!;
        var details = new ShotDetails
        {
            Description = said.Description,
            Dialogue = said.Dialogue,
            ShotSize = said.ShotSize,
            CameraAngle = said.CameraAngle,
            Movement = said.Movement,
            DurationFrames = said.DurationFrames,
            Prompt = said.Prompt,
        };
        var made = Asset.Create(parent.WorkspaceId, new AssetId(ids.Next()), AssetTypes.Of<ShotDetails>(), ShotMaking.NameOf(said.Description), parent, place, details, stamp);
        if (made.Succeeded) made.Value.AssignCode(planned.Code);
        return Keep(made, planned.ImportKey, stamp);
    }

    private Result<Asset> Keep(Result<Asset> made, string? importKey, Stamp stamp)
    {
        if (made.Error is not null) return made;
        made.Value.StandsFor(importKey);
        if (made.Value.Change(new AssetChange { Source = Source }, stamp).Error is { } refused) return refused;
        assets.Add(made.Value);
        return made;
    }

    private static Result<Asset> Change(Asset scene, PlannedScene planned, Asset film, string place, Stamp stamp)
    {
        var said = planned.Source?.Scene;
        var before = scene.As<SceneDetails>();
        var renamed = said is not null && scene.Name == NameOf(before.Setting ?? "");
        return Put(scene, planned.Operations, film, place, planned.Source is null ? null : planned.ImportKey, stamp, new AssetChange
        {
            Details = said is null ? Patch<AssetDetails>.Unmentioned : Details(before, planned),
            Name = renamed ? NameOf(said!.Heading) : Patch<string>.Unmentioned,
        });
    }

    private static Result<Asset> Change(Asset shot, PlannedShot planned, Asset parent, string place, Stamp stamp)
    {
        var said = planned.Source;
        var before = shot.As<ShotDetails>();
        var renamed = said is not null && !planned.KeepsDescription && shot.Name == ShotMaking.NameOf(before.Description);
        var changes = said is not null && planned.Operations.HasFlag(Ops.Changed);
        return Put(shot, planned.Operations, parent, place, said is null ? null : planned.ImportKey, stamp, !changes ? new AssetChange() : new AssetChange
        {
            Details = before with
            {
                Description = planned.KeepsDescription ? before.Description : said!.Description,
                Prompt = planned.KeepsDescription ? before.Prompt : said!.Prompt,
                Dialogue = said!.Dialogue,
                DurationFrames = said.DurationFrames,
            },
            Name = renamed ? ShotMaking.NameOf(said.Description) : Patch<string>.Unmentioned,
        });
    }

    private static Result<Asset> Put(Asset asset, Ops operations, Asset parent, string place, string? importKey, Stamp stamp, AssetChange change)
    {
        if (importKey is not null) asset.StandsFor(importKey);
        if (operations == Ops.None && asset.Position == place) return asset;
        if (asset.Move(parent, place, stamp).Error is { } unmoved) return unmoved;
        if (operations.HasFlag(Ops.Omitted)) change = change with { Status = AssetStatus.Omitted };
        if (operations.HasFlag(Ops.Reinstated)) change = change with { Status = new Patch<string>(true, null) };
        return asset.Change(change, stamp) is { Error: { } refused } ? refused : asset;
    }

    private static SceneDetails Details(SceneDetails before, PlannedScene planned)
    {
        var said = planned.Source!.Scene;
        return before with
        {
            SceneNumber = Short(planned.Number, DetailLimits.Word),
            IntExt = Short(said.IntExt, DetailLimits.Word),
            Location = Short(said.Location, DetailLimits.Line),
            TimeOfDay = Short(said.TimeOfDay, DetailLimits.Line),
            Setting = Short(said.Heading, DetailLimits.Line),
            Synopsis = Short(said.Synopsis, DetailLimits.Long) ?? before.Synopsis,
            Eighths = said.Eighths,
        };
    }

    private static string NameOf(string heading) => Short(heading.Trim(), AssetLimits.Name) is { Length: > 0 } name ? name : "Scene";

    private static string? Short(string? text, int limit) => text is { } t && t.Length > limit ? t[..(limit - 1)] + "…" : text;

    /// <summary>The script itself, as the film's newest: one asset, whose earlier bytes stay in the store and in its history.</summary>
    private Error? KeepScript(Asset film, IReadOnlyList<Asset> tree, ImportPlan plan, Screenplay screenplay, Media script, Stamp stamp)
    {
        var frames = plan.Scenes.SelectMany(s => s.Shots).Sum(s => (long)(s.Source?.DurationFrames ?? 0));
        var details = new ScriptDetails { Format = screenplay.Format, SceneCount = screenplay.Scenes.Count, EstimatedFrames = (int)Math.Min(frames, int.MaxValue) };
        var kept = tree.FirstOrDefault(a => a.Type.Slug == "script" && a.Source == Source);
        if (kept is null)
        {
            var made = Asset.Create(film.WorkspaceId, new AssetId(ids.Next()), AssetTypes.Of<ScriptDetails>(), Short(screenplay.Title, AssetLimits.Name) is { Length: > 0 } title ? title : "Script",
                film, OrderKey.First.Value, details, stamp);
            if (made.Error is { } refused) return refused;
            kept = made.Value;
            assets.Add(kept);
        }

        if (kept.Media?.Sha256 == script.Sha256) return null;
        return kept.Change(new AssetChange { Details = details, Source = Source }, stamp).Error ?? kept.PutMedia(script, stamp).Error;
    }

    /// <summary>Who speaks in the script and is not cast yet becomes a character of the workspace, cast in this film.</summary>
    private Error? CastMissing(Asset film, Screenplay screenplay, FilmCast cast, Stamp stamp)
    {
        foreach (var speaker in screenplay.Characters)
        {
            if (cast.Find(speaker.Name) is not null) continue;
            var made = Asset.Create(film.WorkspaceId, new AssetId(ids.Next()), AssetTypes.Of<CharacterRefDetails>(), Short(speaker.DisplayName, AssetLimits.Name)!, null,
                OrderKey.First.Value, new CharacterRefDetails { CharacterType = "human", Attributes = new Dictionary<string, string> { ["color"] = colours.Of(speaker.DisplayName) } }, stamp);
            if (Keep(made, null, stamp).Error is { } refused) return refused.Below($"line {speaker.Line}");
            var link = AssetRelationship.Create(new RelationshipId(ids.Next()), made.Value, film, RelationshipKind.CastIn, cast.Count, "{}", stamp);
            if (link.Error is { } uncast) return uncast;
            assets.Add(link.Value);
            cast.Add(made.Value);
        }

        return null;
    }

    private Error? Show(Asset shot, ProposedShot said, FilmCast cast, Stamp stamp)
    {
        var shown = said.Characters.Select(cast.Find).OfType<Asset>().Distinct().Take(NewShot.MaxCharacters).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var link = AssetRelationship.Create(new RelationshipId(ids.Next()), shot, shown[i], RelationshipKind.UsesCharacter, i, "{}", stamp);
            if (link.Error is { } refused) return refused;
            assets.Add(link.Value);
        }

        return null;
    }
}
