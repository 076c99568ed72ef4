using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Which set stands for which kind of place.</summary>
internal static class SetLibrary
{
    public static ISet For(SketchSetting setting) => setting switch
    {
        SketchSetting.Coast => new CoastSet(false),
        SketchSetting.OpenSea => new CoastSet(true),
        SketchSetting.Harbour => new HarbourSet(),
        SketchSetting.Beach => new BeachSet(),
        SketchSetting.Gallery => new GallerySet(),
        SketchSetting.Street => new StreetSet(),
        SketchSetting.Square => new SquareSet(),
        SketchSetting.Roofs => new RoofsSet(),
        SketchSetting.Forest => new ForestSet(),
        SketchSetting.Mountains => new MountainSet(),
        SketchSetting.Road => new RoadSet(),
        SketchSetting.River => new RiverSet(),
        SketchSetting.Platform => new PlatformSet(),
        SketchSetting.Ruins => new RuinsSet(),
        SketchSetting.Space => new SpaceSet(),
        SketchSetting.Stair => new StairSet(),
        SketchSetting.LanternRoom => new LanternRoomSet(),
        SketchSetting.Vehicle => new VehicleSet(),
        SketchSetting.Cave => new CaveSet(),
        SketchSetting.Corridor => new CorridorSet(),
        < SketchSetting.Room => new CountrySet(setting),
        _ => new RoomSet(setting),
    };
}
