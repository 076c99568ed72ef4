using Director.Application.Interchange.Import;
using Director.Application.Interchange.Shots;
using Director.Domain.Common;
using Director.Domain.Films;

namespace Director.Application.UnitTests.Interchange;

/// <summary>A film in memory that carries out import plans as a database would: rows with order keys, of which only the displaced get new ones.</summary>
internal sealed class FilmDouble
{
    private readonly Dictionary<Guid, OrderKey> keys = [];

    public List<ExistingScene> Scenes { get; private set; } = [];

    public List<ExistingShot> FilmShots { get; private set; } = [];

    public ImportPlan Plan(IReadOnlyList<ProposedScene> proposed) => ImportPlan.Create(new ExistingFilm(Scenes, FilmShots, ShotCodeScheme.Numbered), proposed);

    public List<(Guid Id, string Code)> Shots() =>
        [.. FilmShots.Concat(Scenes.SelectMany(scene => scene.Shots)).Select(shot => (shot.Id, shot.Code))];

    public IEnumerable<string> Headings(bool live = false) => Scenes.Where(scene => !live || !scene.IsOmitted).Select(scene => scene.Heading);

    public ExistingScene Find(Guid id) => Scenes.Single(scene => scene.Id == id);

    public void Apply(ImportPlan plan)
    {
        var existingShots = FilmShots.Concat(Scenes.SelectMany(scene => scene.Shots)).ToDictionary(shot => shot.Id);
        var existingScenes = Scenes.ToDictionary(scene => scene.Id);
        FilmShots = Applied(plan.Scenes[0].Shots, existingShots);
        var scenes = plan.Scenes.Skip(1).Select(planned => (planned.KeepsPlace, Row: Applied(planned, existingScenes, existingShots))).ToList();
        Place([.. scenes.Select(scene => (scene.Row.Id, scene.KeepsPlace))]);
        Scenes = [.. scenes.Select(scene => scene.Row).OrderBy(scene => keys[scene.Id])];
        Scenes.Select(scene => scene.Id).Should().Equal(scenes.Select(scene => scene.Row.Id), "kept and new keys together give the planned order");
    }

    private ExistingScene Applied(PlannedScene planned, Dictionary<Guid, ExistingScene> scenes, Dictionary<Guid, ExistingShot> shots)
    {
        var row = planned.Id is { } id
            ? scenes[id]
            : new ExistingScene(Guid.NewGuid(), planned.Source!.Scene.Heading, planned.Number, planned.Source.Scene.Synopsis, null, false, []);
        if (planned.Operations.HasFlag(ImportOperations.Changed))
            row = row with { Heading = planned.Source!.Scene.Heading, Number = planned.Number, Synopsis = planned.Source.Scene.Synopsis };
        return row with
        {
            ImportKey = planned.ImportKey,
            IsOmitted = IsOmitted(row.IsOmitted, planned.Operations),
            Shots = Applied(planned.Shots, shots),
        };
    }

    private List<ExistingShot> Applied(IReadOnlyList<PlannedShot> planned, Dictionary<Guid, ExistingShot> shots)
    {
        var rows = planned.Select(shot =>
        {
            var row = shot.Id is { } id ? shots[id] : new ExistingShot(Guid.NewGuid(), shot.Code, shot.Source!.Description, null, false);
            if (shot.Operations.HasFlag(ImportOperations.Changed) && !shot.KeepsDescription) row = row with { Description = shot.Source!.Description };
            return row with { ImportKey = shot.ImportKey, IsOmitted = IsOmitted(row.IsOmitted, shot.Operations) };
        }).ToList();
        Place([.. rows.Select((row, at) => (row.Id, planned[at].KeepsPlace))]);
        rows.Select(row => keys[row.Id]).Should().BeInAscendingOrder();
        return rows;
    }

    private static bool IsOmitted(bool before, ImportOperations operations) =>
        operations.HasFlag(ImportOperations.Omitted) || before && !operations.HasFlag(ImportOperations.Reinstated);

    private void Place(IReadOnlyList<(Guid Id, bool Keeps)> order)
    {
        OrderKey? last = null;
        for (var at = 0; at < order.Count; at++)
        {
            if (!order[at].Keeps)
            {
                var following = order.Skip(at + 1).FirstOrDefault(entry => entry.Keeps);
                keys[order[at].Id] = OrderKey.Between(last, following.Id == default ? null : keys[following.Id]);
            }

            last = keys[order[at].Id];
        }
    }

    public void Describe(string code, string description) => Scenes = Scenes.ConvertAll(scene => scene with
    {
        Shots = [.. scene.Shots.Select(shot => shot.Code == code ? shot with { Description = description } : shot)],
    });

    public Guid AddSceneByHand(int at)
    {
        var scene = new ExistingScene(Guid.NewGuid(), "INT. BY HAND - DAY", null, null, null, false, []);
        Insert(Scenes, at, scene, each => each.Id);
        return scene.Id;
    }

    public Guid AddShotByHand(string heading, int at)
    {
        var shot = new ExistingShot(Guid.NewGuid(), "INSERT-1", "The knot, very close.", null, false);
        Scenes = Scenes.ConvertAll(scene =>
        {
            if (scene.Heading != heading) return scene;
            var shots = scene.Shots.ToList();
            Insert(shots, at, shot, each => each.Id);
            return scene with { Shots = shots };
        });
        return shot.Id;
    }

    private void Insert<T>(List<T> list, int at, T item, Func<T, Guid> idOf)
    {
        keys[idOf(item)] = OrderKey.Between(at > 0 ? keys[idOf(list[at - 1])] : null, at < list.Count ? keys[idOf(list[at])] : null);
        list.Insert(at, item);
    }
}
