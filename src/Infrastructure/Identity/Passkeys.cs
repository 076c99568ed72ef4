using System.Buffers.Text;
using System.Text.Json;
using Director.Application.Accounts;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="IPasskeys" />
/// <remarks>What a passkey must be like is checked by Identity's handler (WebAuthn level 3, section 7).</remarks>
internal sealed class Passkeys(
    UserManager<DirectorUser> users, IPasskeyHandler<DirectorUser> handler, PasskeyChallenges challenges, ISecurityRecord record, IHttpContextAccessor http) : IPasskeys
{
    private const int MostPerPerson = 20;

    private HttpContext Request => http.HttpContext ?? throw new InvalidOperationException("Passkeys are answered within a request.");

    public async Task<PasskeyChallenge> BeginAsync(UserId user, CancellationToken ct)
    {
        var owner = await LoadAsync(user);
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = owner.Id.ToString(), Name = owner.Email!, DisplayName = owner.DisplayName }, Request);
        return await ChallengeAsync(user, made.AttestationState, made.CreationOptionsJson, ct);
    }

    public async Task<Result<PasskeyDto>> AddAsync(UserId user, string name, JsonElement credential, string? ticket, CancellationToken ct)
    {
        if (await challenges.TakeAsync(user, ticket, ct) is not { } state) return PasskeyErrors.Refused;
        var attested = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Request, CredentialJson = credential.GetRawText(), AttestationState = state });
        if (!attested.Succeeded || attested.UserEntity.Id != user.ToString()) return PasskeyErrors.Refused;

        var owner = await LoadAsync(user);
        if ((await users.GetPasskeysAsync(owner)).Count >= MostPerPerson) return PasskeyErrors.TooMany;
        attested.Passkey.Name = name;
        return await users.AddOrUpdatePasskeyAsync(owner, attested.Passkey) is { Succeeded: true } ? Of(attested.Passkey) : PasskeyErrors.Refused;
    }

    public async Task<IReadOnlyList<PasskeyDto>> ListAsync(UserId user, CancellationToken ct) =>
        [.. (await users.GetPasskeysAsync(await LoadAsync(user))).OrderByDescending(p => p.CreatedAt).Select(Of)];

    public async Task<bool> RemoveAsync(UserId user, string id, CancellationToken ct)
    {
        var owner = await LoadAsync(user);
        if ((await users.GetPasskeysAsync(owner)).FirstOrDefault(p => IdOf(p) == id) is not { } passkey) return false;
        return await users.RemovePasskeyAsync(owner, passkey.CredentialId) is { Succeeded: true };
    }

    public async Task<PasskeyChallenge> BeginLoginAsync(CancellationToken ct)
    {
        var made = await handler.MakeRequestOptionsAsync(null, Request);
        return await ChallengeAsync(null, made.AssertionState, made.RequestOptionsJson, ct);
    }

    public async Task<Result<Account>> RecogniseAsync(JsonElement credential, string? ticket, CancellationToken ct)
    {
        var state = await challenges.TakeAsync(null, ticket, ct);
        if (state is null) return await RefuseAsync(SecurityFact.Nobody, ct);
        var asserted = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Request, CredentialJson = credential.GetRawText(), AssertionState = state });
        if (!asserted.Succeeded) return await RefuseAsync(SecurityFact.Nobody, ct);

        var (user, id) = (asserted.User, new UserId(asserted.User.Id));
        if (user.DisabledAt is not null || await users.IsLockedOutAsync(user)) return await RefuseAsync(id, ct);
        // Its counter has risen: a copy of the device would come with an older one.
        if (await users.AddOrUpdatePasskeyAsync(user, asserted.Passkey) is not { Succeeded: true }) return await RefuseAsync(id, ct);
        return new Account(id, user.DisplayName, user.Email!);
    }

    private async Task<PasskeyChallenge> ChallengeAsync(UserId? user, string? state, string options, CancellationToken ct) =>
        new(await challenges.KeepAsync(user, state ?? throw new InvalidOperationException("A challenge without a state cannot be checked."), ct), JsonElement.Parse(options));

    private async Task<Error> RefuseAsync(UserId user, CancellationToken ct)
    {
        await record.AddAsync(SecurityFact.Refusal(SecurityKinds.SignIn, user), ct);
        return PasskeyErrors.LoginRefused;
    }

    private async Task<DirectorUser> LoadAsync(UserId user) =>
        await users.FindByIdAsync(user.ToString()) ?? throw new InvalidOperationException($"The account {user} is gone while it was being used.");

    private static PasskeyDto Of(UserPasskeyInfo passkey) => new(IdOf(passkey), passkey.Name ?? "", passkey.CreatedAt, passkey.IsBackedUp);

    private static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);
}
