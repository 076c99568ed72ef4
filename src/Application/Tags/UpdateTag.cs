using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Tags;

/// <summary>Changes a tag, on every asset that carries it.</summary>
[Requires(Permission.Edit)]
public sealed record UpdateTagCommand(Guid Id, JsonElement Patch) : ICommand<TagDto>;

/// <summary>A JSON Merge Patch (RFC 7396) of a tag: what is absent stays, null removes.</summary>
public sealed record TagPatch
{
    /// <summary>The word.</summary>
    public string? Name { get; init; }
    /// <summary>What the word belongs to.</summary>
    public string? Category { get; init; }
    /// <summary><c>#rrggbb</c>.</summary>
    public string? Colour { get; init; }
}

internal sealed class UpdateTagHandler(ITagRepository tags, ITagReader reader, IUnitOfWork unitOfWork, IActivityLog log) : IRequestHandler<UpdateTagCommand, Result<TagDto>>
{
    public async Task<Result<TagDto>> Handle(UpdateTagCommand request, CancellationToken cancellationToken)
    {
        var patch = MergePatch.Read(request.Patch, "name", "category", "colour");
        if (patch.Error is { } unread) return unread;
        var (name, category, colour) = (patch.Value.Text("name"), patch.Value.Text("category"), patch.Value.Text("colour"));
        if ((name.Error ?? category.Error ?? colour.Error) is { } unfit) return unfit;

        if (await tags.FindAsync(new TagId(request.Id), cancellationToken) is not { } tag) return TagErrors.NotFound;
        var changed = tag.Change(
            name.Value.Given ? name.Value.Value ?? "" : tag.Name, category.Value.Given ? category.Value.Value : tag.Category, colour.Value.Given ? colour.Value.Value : tag.Colour);
        if (changed.Error is { } refused) return refused;
        if (name.Value.Given) log.Touch(await tags.RootsWithAsync(tag.Id, cancellationToken));
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(tag.Id, cancellationToken);
    }
}
