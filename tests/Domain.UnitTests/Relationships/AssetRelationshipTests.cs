using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;

namespace Director.Domain.UnitTests.Relationships;

public sealed class AssetRelationshipTests
{
    private static readonly Stamp Now = new(new UserId(Guid.Parse("01890000-0000-7000-8000-000000000002")), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private int ids;

    [Theory]
    [InlineData("scene", "uses_location", "location", null)]
    [InlineData("scene", "uses_location", "prop", "relationship.notAllowed")]
    [InlineData("character_ref", "cast_in", "film", null)]
    [InlineData("film", "cast_in", "character_ref", "relationship.notAllowed")]
    [InlineData("image", "reference_for", "character_ref", null)]
    [InlineData("image", "reference_for", "film", "relationship.notAllowed")]
    [InlineData("film", "final_edit", "video", null)]
    [InlineData("film", "final_edit", "image", "relationship.notAllowed")]
    [InlineData("text", "derived_from", "script", null)]
    [InlineData("text", "uses_asset", "script", "relationship.notAllowed")]
    public void What_may_link_to_what_is_the_parents_types_affair(string parent, string kind, string child, string? code) =>
        (Link(Make(parent), Make(child), kind).Error?.Code).Should().Be(code);

    [Fact]
    public void Nothing_is_linked_to_itself_or_to_what_is_deleted()
    {
        var image = Make("image");
        Link(image, image, "variant_of").Error!.Code.Should().Be("relationship.toItself");
        var gone = Make("image");
        gone.Delete(null, Now);
        Link(image, gone, "variant_of").Error!.Fields.Single().Path.Should().Be("childId");
        Link(gone, image, "variant_of").Error!.Fields.Single().Path.Should().Be("parentId");
    }

    [Fact]
    public void A_link_keeps_what_a_change_does_not_mention()
    {
        var link = Link(Make("image"), Make("image"), "variant_of").Value;
        link.Change(3, null).Succeeded.Should().BeTrue();
        link.Change(null, """{"a":"1"}""").Succeeded.Should().BeTrue();
        (link.Sequence, link.Metadata).Should().Be((3, """{"a":"1"}"""));
        link.Change(-1, null).Error!.Fields.Single().Path.Should().Be("sequence");
    }

    [Fact]
    public void Only_kinds_that_tell_where_something_came_from_are_lineage() =>
        RelationshipKind.All.Where(k => k.Lineage).Select(k => k.Slug).Should().BeEquivalentTo("derived_from", "variant_of", "generated_from");

    private Result<AssetRelationship> Link(Asset parent, Asset child, string kind) =>
        AssetRelationship.Create(new RelationshipId(Next()), parent, child, RelationshipKind.All.Single(k => k.Slug == kind), 0, "{}", Now);

    private Asset Make(string type)
    {
        var described = AssetTypes.Get(type);
        var parent = described.MayStandAlone ? null : Make(described.AllowedParents.First());
        var details = described.Read(System.Text.Json.JsonDocument.Parse("{}").RootElement).Value;
        return Asset.Create(new WorkspaceId(new Guid(1, 0, 0, new byte[8])), new AssetId(Next()), described, "A", parent, "a0", details, Now).Value;
    }

    private Guid Next() => new(++ids, 0, 0, new byte[8]);
}
