using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Providers;

/// <summary>
/// Gives the workspace credentials of its own for a provider, instead of those it had and before those of the server's environment. They hold
/// from the next call on. The key is sealed and never shown again; whenever the address changes, the key has to be given again, so that a kept
/// key never goes to another server.
/// </summary>
/// <param name="Slug">The provider.</param>
/// <param name="ApiKey">The key; null for a provider that takes none.</param>
/// <param name="BaseUrl">Where it is found; null: where it usually is.</param>
[Requires(Permission.Own)]
public sealed record SetProviderCredentialsCommand(string Slug, string? ApiKey = null, string? BaseUrl = null) : ICommand<ProviderAccountDto>
{
    /// <summary>The longest key.</summary>
    public const int MaxKey = 500;

    /// <summary>The longest address.</summary>
    public const int MaxUrl = 2_000;

    /// <summary>Never the key: requests are logged by their type, and this is for whoever formats one all the same.</summary>
    public override string ToString() => $"{nameof(SetProviderCredentialsCommand)} {{ {Slug} }}";
}

internal sealed class SetProviderCredentialsValidator : AbstractValidator<SetProviderCredentialsCommand>
{
    public SetProviderCredentialsValidator()
    {
        RuleFor(c => c.ApiKey).MaximumLength(SetProviderCredentialsCommand.MaxKey).OverridePropertyName("apiKey");
        RuleFor(c => c.BaseUrl).MaximumLength(SetProviderCredentialsCommand.MaxUrl).OverridePropertyName("baseUrl");
    }
}

internal sealed class SetProviderCredentialsHandler(IProviderAccounts accounts, IActivityLog activity, ICaller caller, TimeProvider clock)
    : IRequestHandler<SetProviderCredentialsCommand, Result<ProviderAccountDto>>
{
    public async Task<Result<ProviderAccountDto>> Handle(SetProviderCredentialsCommand request, CancellationToken cancellationToken)
    {
        var key = Blank(request.ApiKey);
        var url = Blank(request.BaseUrl);
        if (accounts.Check(request.Slug, key, url) is { } refused) return refused;
        var before = await FindAsync(request.Slug, cancellationToken);
        await accounts.KeepAsync(request.Slug, key, url, caller.Stamp(clock), cancellationToken);
        var after = await FindAsync(request.Slug, cancellationToken);
        activity.Add(ProviderRecord.Subject, caller.Workspace().Value, null, ProviderRecord.Of(before), ProviderRecord.Of(after));
        return after;
    }

    private async Task<ProviderAccountDto> FindAsync(string slug, CancellationToken ct) => (await accounts.ListAsync(ct)).First(a => a.Slug == slug);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>How credentials appear in the record: that they changed, and never what they are.</summary>
internal static class ProviderRecord
{
    internal const string Subject = "provider_credentials";

    internal static JsonElement? Of(ProviderAccountDto account) => account.Source is ProviderKeySource.Workspace
        ? JsonSerializer.SerializeToElement(new { provider = account.Slug, lastFour = account.LastFour, baseUrl = account.BaseUrl })
        : null;
}
