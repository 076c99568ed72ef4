using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Changes a workspace's name, slug or settings.</summary>
[Requires(Permission.Administer)]
public sealed record UpdateWorkspaceCommand(JsonElement Patch, long? SeenVersion) : ICommand<WorkspaceDto>;

/// <summary>A JSON Merge Patch (RFC 7396) of a workspace: what is absent stays.</summary>
public sealed record WorkspacePatch
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
    /// <summary>The slug: lower-case letters, digits and dashes, unique on the server.</summary>
    public string? Slug { get; init; }
    /// <summary>ISO 4217; refused once something has cost money.</summary>
    public string? Currency { get; init; }
    /// <summary>The settings, merged one by one; null removes one.</summary>
    public WorkspaceSettingsPatch? Settings { get; init; }
}

/// <summary>A JSON Merge Patch of a workspace's settings.</summary>
public sealed record WorkspaceSettingsPatch
{
    /// <summary>The most bytes its files may take; null: no limit.</summary>
    public long? StorageQuotaBytes { get; init; }
    /// <summary>What a month may cost; null: no limit.</summary>
    public decimal? MonthlyBudget { get; init; }
    /// <summary>How shots of new films get their codes.</summary>
    public string? ShotCodeScheme { get; init; }
    /// <summary>Pictures a second of new films.</summary>
    public string? DefaultFrameRate { get; init; }
    /// <summary>The shape of new films.</summary>
    public string? DefaultAspectRatio { get; init; }
}

internal sealed class UpdateWorkspaceHandler(
    IWorkspaceRepository workspaces, CrewNews news, WorkspaceAnswers answers, IUnitOfWork unitOfWork) : IRequestHandler<UpdateWorkspaceCommand, Result<WorkspaceDto>>
{
    public async Task<Result<WorkspaceDto>> Handle(UpdateWorkspaceCommand request, CancellationToken cancellationToken)
    {
        var change = Read(request.Patch);
        if (change.Error is { } unread) return unread;
        if (await workspaces.FindAsync(cancellationToken) is not { } workspace) return WorkspaceErrors.NotFound;
        if (workspace.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        var changed = workspace.Change(change.Value, change.Value.Currency.Given && await workspaces.HasCostsAsync(cancellationToken));
        if (changed.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        await news.ToEverybodyAsync(cancellationToken);
        return await answers.ShowAsync(cancellationToken);
    }

    private static Result<WorkspaceChange> Read(JsonElement body)
    {
        var patch = MergePatch.Read(body, "name", "slug", "currency", "settings");
        if (patch.Error is { } unread) return unread;
        var settings = patch.Value.Within("settings", "storageQuotaBytes", "monthlyBudget", "shotCodeScheme", "defaultFrameRate", "defaultAspectRatio");
        if (settings.Error is { } unreadable) return unreadable;
        var (name, slug, currency) = (patch.Value.Text("name"), patch.Value.Text("slug"), patch.Value.Text("currency"));
        var (quota, budget) = (settings.Value.Whole("storageQuotaBytes"), settings.Value.Amount("monthlyBudget"));
        var (scheme, rate, shape) = (settings.Value.Text("shotCodeScheme"), settings.Value.Text("defaultFrameRate"), settings.Value.Text("defaultAspectRatio"));
        if ((name.Error ?? slug.Error ?? currency.Error) is { } unfit) return unfit;
        if ((quota.Error ?? budget.Error ?? scheme.Error ?? rate.Error ?? shape.Error) is { } unset) return unset.Below("settings");
        return new WorkspaceChange
        {
            Name = name.Value,
            Slug = slug.Value,
            Currency = currency.Value,
            StorageQuotaBytes = quota.Value,
            MonthlyBudget = budget.Value,
            ShotCodeScheme = scheme.Value,
            DefaultFrameRate = rate.Value,
            DefaultAspectRatio = shape.Value,
        };
    }
}

/// <summary>Tells the server that what it remembers of a workspace's people is old: its name, its slug, its being archived or gone.</summary>
internal sealed class CrewNews(IWorkspaceReader reader, ICallerDirectory directory)
{
    internal async Task ToEverybodyAsync(CancellationToken ct)
    {
        foreach (var member in await reader.MembersAsync(ct)) directory.ForgetUser(new UserId(member.UserId));
    }
}
