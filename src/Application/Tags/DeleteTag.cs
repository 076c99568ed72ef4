using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Tags;

/// <summary>Removes a tag, from every asset that carries it.</summary>
[Requires(Permission.Edit)]
public sealed record DeleteTagCommand(Guid Id) : ICommand<Done>;

internal sealed class DeleteTagHandler(ITagRepository tags, IActivityLog log) : IRequestHandler<DeleteTagCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteTagCommand request, CancellationToken cancellationToken)
    {
        if (await tags.FindAsync(new TagId(request.Id), cancellationToken) is not { } tag) return TagErrors.NotFound;
        log.Touch(await tags.RootsWithAsync(tag.Id, cancellationToken));
        if (await tags.AssetsWithAsync(tag.Id, cancellationToken) is { Count: > 0 } carriers) log.Add("tag", tag.Id.Value, null, TagRecord.Of(carriers), null);
        tags.Remove(tag);
        return Done.Ok;
    }
}
