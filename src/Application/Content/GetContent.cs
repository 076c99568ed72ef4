using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>One text that was taken in or is being.</summary>
[Requires(Permission.Look)]
public sealed record GetContentQuery(Guid Id) : IQuery<ContentDto>;

internal sealed class GetContentHandler(IContentReader reader) : IRequestHandler<GetContentQuery, Result<ContentDto>>
{
    public async Task<Result<ContentDto>> Handle(GetContentQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new ExtractionId(request.Id), cancellationToken) is { } found ? found : ExtractionErrors.NotFound;
}
