using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Relationships;

/// <summary>Changes a link's order or the crew's data; its ends and kind are what it is.</summary>
[Requires(Permission.Edit)]
public sealed record UpdateRelationshipCommand(Guid Id, JsonElement Patch) : ICommand<RelationshipDto>;

/// <summary>A JSON Merge Patch (RFC 7396) of a link: what is absent stays, null removes.</summary>
public sealed record RelationshipPatch
{
    /// <summary>The order.</summary>
    public int? Sequence { get; init; }
    /// <summary>The crew's own data, merged by key.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }
}

internal sealed class UpdateRelationshipHandler(Linking linking, IUnitOfWork unitOfWork) : IRequestHandler<UpdateRelationshipCommand, Result<RelationshipDto>>
{
    public async Task<Result<RelationshipDto>> Handle(UpdateRelationshipCommand request, CancellationToken cancellationToken)
    {
        var patch = MergePatch.Read(request.Patch, "sequence", "metadata");
        if (patch.Error is { } unread) return unread;
        var sequence = patch.Value.Number("sequence");
        if (sequence.Error is { } noNumber) return noNumber;
        var entries = patch.Value.Texts("metadata");
        if (entries.Error is { } noTexts) return noTexts;

        var link = await linking.FindAsync(request.Id, cancellationToken);
        if (link.Error is { } missing) return missing;
        var metadata = entries.Value.Given ? LinkMetadata.Merge(link.Value.Metadata, entries.Value.Value) : link.Value.Metadata;
        if (metadata.Error is { } unfit) return unfit;
        if (link.Value.Change(sequence.Value.Value, metadata.Value).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return RelationshipDto.Of(link.Value);
    }
}
