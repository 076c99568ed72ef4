using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>One generation.</summary>
[Requires(Permission.Look)]
public sealed record GetGenerationQuery(Guid Id) : IQuery<GenerationDto>;

internal sealed class GetGenerationHandler(IGenerationReader reader) : IRequestHandler<GetGenerationQuery, Result<GenerationDto>>
{
    public async Task<Result<GenerationDto>> Handle(GetGenerationQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new GenerationId(request.Id), cancellationToken) is { } found ? found : GenerationErrors.NotFound;
}
