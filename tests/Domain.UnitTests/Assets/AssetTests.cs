using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.UnitTests.Assets;

public sealed class AssetTests
{
    private static readonly WorkspaceId Workspace = new(Guid.Parse("01890000-0000-7000-8000-000000000001"));
    private static readonly Stamp Now = new(new UserId(Guid.Parse("01890000-0000-7000-8000-000000000002")), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private int ids;

    [Fact]
    public void Takes_are_numbered_by_their_shot_for_ever()
    {
        var shot = Shot();
        var first = Take(shot);
        var second = Take(shot);
        first.Delete(shot, Now).Succeeded.Should().BeTrue();
        (first.Number, second.Number, Take(shot).Number).Should().Be((1, 2, 3));
        shot.TakeCount.Should().Be(2);
    }

    [Fact]
    public void A_counter_that_runs_does_not_raise_the_version()
    {
        var shot = Shot();
        var before = shot.Version;
        Take(shot);
        shot.Version.Should().Be(before);
    }

    [Fact]
    public void Selecting_another_shots_take_or_a_deleted_one_is_refused()
    {
        var shot = Shot();
        var gone = Take(shot);
        gone.Delete(shot, Now);
        shot.SelectChild(Take(Shot()), null, Now).Error!.Code.Should().Be("asset.pickNotAChild");
        shot.SelectChild(gone, null, Now).Error!.Code.Should().Be("asset.pickNotAChild");
        shot.SelectedChildId.Should().BeNull();
    }

    [Fact]
    public void Selecting_the_same_take_for_the_same_reason_again_changes_nothing()
    {
        var shot = Shot();
        var take = Take(shot);
        shot.SelectChild(take, "light", Now);
        var version = shot.Version;
        shot.SelectChild(take, " light ", Now);
        shot.Version.Should().Be(version);
        shot.SelectChild(take, "sound", Now);
        shot.Version.Should().Be(version + 1);
    }

    [Fact]
    public void Deleting_the_selected_take_clears_the_pick_and_all_that_tells_of_it()
    {
        var shot = Shot();
        var take = Take(shot);
        shot.SelectChild(take, "light", Now);
        take.Delete(shot, Now);
        (shot.SelectedChildId, shot.SelectedAt, shot.SelectedBy, shot.SelectedReason, shot.SelectedNumber).Should().Be((null, null, null, null, null));
    }

    [Fact]
    public void A_change_is_all_or_nothing()
    {
        var shot = Shot();
        var refused = shot.Change(new AssetChange { Name = "New", Rating = (int?)6 }, Now);
        refused.Error!.Fields.Select(f => f.Path).Should().Equal("rating");
        shot.Name.Should().Be("Shot");
    }

    [Fact]
    public void A_change_that_says_what_is_there_already_does_not_raise_the_version()
    {
        var shot = Shot();
        var version = shot.Version;
        shot.Change(new AssetChange { Name = "Shot", Details = new ShotDetails() }, Now).Succeeded.Should().BeTrue();
        shot.Version.Should().Be(version);
    }

    [Fact]
    public void Metadata_is_merged_by_key_up_to_its_limit()
    {
        var shot = Shot();
        shot.Change(Metadata(("a", "1"), ("b", "2")), Now);
        shot.Change(Metadata(("a", null), ("c", "3")), Now);
        shot.Metadata.Should().Be("""{"b":"2","c":"3"}""");
        shot.Change(Metadata(("d", new string('x', AssetLimits.MetadataBytes))), Now).Error!.Fields.Single().Path.Should().Be("metadata");
    }

    [Theory]
    [InlineData("shot", null, "asset.parentRequired")]
    [InlineData("shot_take", "film", "asset.parentNotAllowed")]
    [InlineData("scene", "film", null)]
    [InlineData("character_ref", "film", "asset.parentNotAllowed")]
    public void What_may_own_what_is_the_types_affair(string type, string? parent, string? code) =>
        (Asset.CheckParent(AssetTypes.Get(type), parent is null ? null : Film())?.Code).Should().Be(code);

    [Fact]
    public void A_take_does_not_leave_its_shot()
    {
        var take = Take(Shot());
        take.Move(Shot(), "a1", Now).Error!.Code.Should().Be("asset.notMovable");
    }

    private static AssetChange Metadata(params (string Key, string? Value)[] entries) =>
        new() { Metadata = new Patch<IReadOnlyDictionary<string, string?>>(true, entries.ToDictionary(e => e.Key, e => e.Value)) };

    private Asset Film() => Make("film", "Film", null, new FilmDetails());

    private Asset Shot() => Make("shot", "Shot", Film(), new ShotDetails());

    private Asset Take(Asset shot) => Make("shot_take", "Take", shot, new ShotTakeDetails());

    private Asset Make(string type, string name, Asset? parent, AssetDetails details) =>
        Asset.Create(Workspace, new AssetId(new Guid(++ids, 0, 0, new byte[8])), AssetTypes.Get(type), name, parent, "a0", details, Now).Value;
}
