using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Relationships;

/// <summary>Links two assets, as far as the parent's type allows it.</summary>
[Requires(Permission.Edit)]
public sealed record CreateRelationshipCommand : ICommand<RelationshipDto>
{
    /// <summary>The end that refers.</summary>
    public required Guid ParentId { get; init; }
    /// <summary>The end that is referred to.</summary>
    public required Guid ChildId { get; init; }
    /// <summary>What the link means, such as <c>uses_character</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>Order among the parent's links of this kind, from 0; null: behind the others.</summary>
    public int? Sequence { get; init; }
    /// <summary>The crew's own data.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }
}

internal sealed class CreateRelationshipHandler(Linking linking, IIdSource ids, IUnitOfWork unitOfWork) : IRequestHandler<CreateRelationshipCommand, Result<RelationshipDto>>
{
    public async Task<Result<RelationshipDto>> Handle(CreateRelationshipCommand request, CancellationToken cancellationToken)
    {
        var metadata = LinkMetadata.Merge(LinkMetadata.None, request.Metadata);
        if (metadata.Error is { } unfit) return unfit;
        var link = await linking.LinkAsync(new RelationshipId(ids.Next()), request.ParentId, request.ChildId, request.Kind, request.Sequence, metadata.Value, cancellationToken);
        if (link.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return RelationshipDto.Of(link.Value);
    }
}
