using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Tags;

/// <summary>Makes a tag.</summary>
[Requires(Permission.Edit)]
public sealed record CreateTagCommand : ICommand<TagDto>
{
    /// <summary>The word, unique in the workspace without regard to case.</summary>
    public required string Name { get; init; }
    /// <summary>What the word belongs to.</summary>
    public string? Category { get; init; }
    /// <summary><c>#rrggbb</c>.</summary>
    public string? Colour { get; init; }
}

internal sealed class CreateTagHandler(ITagRepository tags, ITagReader reader, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock)
    : IRequestHandler<CreateTagCommand, Result<TagDto>>
{
    public async Task<Result<TagDto>> Handle(CreateTagCommand request, CancellationToken cancellationToken)
    {
        var made = Tag.Create(caller.Workspace(), new TagId(ids.Next()), request.Name, request.Category, request.Colour, caller.Stamp(clock));
        if (made.Error is { } refused) return refused;
        tags.Add(made.Value);
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
