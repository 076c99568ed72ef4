using System.Text.Json;
using Director.Domain.Relationships;

namespace Director.Application.Relationships;

/// <summary>A link of the reference graph: <i>parent kind child</i>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The end that refers.</param>
/// <param name="ChildId">The end that is referred to.</param>
/// <param name="Kind">What it means, such as <c>uses_character</c>.</param>
/// <param name="Sequence">Order among the parent's links of this kind, from 0; the layer of audio, bottom first.</param>
/// <param name="Metadata">The crew's own data.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="CreatedBy">Creator.</param>
public sealed record RelationshipDto(
    Guid Id, Guid ParentId, Guid ChildId, string Kind, int Sequence, IReadOnlyDictionary<string, string> Metadata, DateTimeOffset CreatedAt, Guid CreatedBy)
{
    internal static RelationshipDto Of(AssetRelationship link) => new(
        link.Id.Value, link.ParentId.Value, link.ChildId.Value, link.Kind.Slug, link.Sequence,
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(link.Metadata)!, link.CreatedAt, link.CreatedBy.Value);
}
