using System.Linq.Expressions;
using System.Security.Cryptography;
using Director.Application.Accounts;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ISessions" />
/// <remarks>A refresh token is the session's id and 32 random bytes; only its hash is kept.</remarks>
internal sealed class Sessions(
    DirectorDbContext db, CallerContext caller, SessionTickets tickets, SessionDirectory directory, ICallerDirectory callers, ISecurityRecord record, IIdSource ids, TimeProvider clock) : ISessions
{
    private const int IdBytes = 16;
    private const int SecretBytes = 32;
    private const int MostListed = 200;

    private static readonly TimeSpan SessionLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(15);

    public async Task<OpenedSession> OpenAsync(Account account, SessionKind kind, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = ids.Next();
        var refresh = kind is SessionKind.Token ? NewRefreshToken(id) : null;
        var session = new UserSession
        {
            Id = id,
            UserId = account.Id.Value,
            Kind = SessionDirectory.NameOf(kind),
            RefreshHash = refresh is null ? null : SHA256.HashData(refresh),
            CreatedAt = now,
            LastSeenAt = now,
            Address = caller.Origin,
            UserAgent = caller.UserAgent,
            ExpiresAt = now + SessionLife,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        db.Entry(session).State = EntityState.Detached;
        return Opened(account, id, kind, refresh, now);
    }

    public async Task<Result<OpenedSession>> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        if (Decode(refreshToken) is not { } presented) return AccountErrors.RefreshRefused;
        var (now, id, hash) = (clock.GetUtcNow(), new Guid(presented.AsSpan(0, IdBytes)), SHA256.HashData(presented));
        var next = NewRefreshToken(id);
        var nextHash = SHA256.HashData(next);
        var live = db.Sessions.Where(s => s.Id == id && s.RevokedAt == null && s.ExpiresAt > now && s.RefreshHash != null
            && db.Users.Any(u => u.Id == s.UserId && u.DisabledAt == null));

        var renewed = await live.Where(s => s.RefreshHash == hash).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.RefreshHash, nextHash).SetProperty(s => s.ExpiresAt, now + SessionLife), ct);
        if (renewed == 0)
        {
            var owner = await live.Select(s => (Guid?)s.UserId).SingleOrDefaultAsync(ct);
            if (await live.ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct) > 0 && owner is { } user)
                await record.AddAsync(SecurityFact.Refusal(SecurityKinds.RefreshReused, new UserId(user)), ct);
            directory.Forget(id);
            return AccountErrors.RefreshRefused;
        }

        return Opened(await AccountOfAsync(id, ct), id, SessionKind.Token, next, now);
    }

    public async Task<Result<OpenedSession>> ProlongAsync(CancellationToken ct)
    {
        if (caller.SessionId is not { } id) return AccountErrors.RefreshRefused;
        var now = clock.GetUtcNow();
        var cookie = SessionDirectory.NameOf(SessionKind.Cookie);
        var prolonged = await db.Sessions.Where(s => s.Id == id && s.Kind == cookie && s.RevokedAt == null && s.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, now + SessionLife), ct);
        return prolonged == 0 ? AccountErrors.RefreshRefused : Opened(await AccountOfAsync(id, ct), id, SessionKind.Cookie, null, now);
    }

    public async Task CloseAsync(CancellationToken ct)
    {
        if (caller.SessionId is not { } id) return;
        await db.Sessions.Where(s => s.Id == id && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, clock.GetUtcNow()), ct);
        directory.Forget(id);
    }

    public async Task<IReadOnlyList<SessionDto>> ListAsync(CancellationToken ct)
    {
        var (user, now) = (caller.Person().Value, clock.GetUtcNow());
        var live = await db.Sessions.AsNoTracking().Where(s => s.UserId == user && s.RevokedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Take(MostListed).ToListAsync(ct);
        return [.. live.Select(s => new SessionDto(s.Id, SessionDirectory.KindOf(s.Kind), s.CreatedAt, s.LastSeenAt, s.Address, s.UserAgent, s.Id == caller.SessionId))];
    }

    public async Task<bool> EndAsync(Guid session, CancellationToken ct) => await EndAsync(caller.Person(), s => s.Id == session, ct) > 0;

    public Task<int> EndOthersAsync(CancellationToken ct)
    {
        var current = caller.SessionId;
        return EndAsync(caller.Person(), s => s.Id != current, ct);
    }

    public Task EndAllAsync(UserId user, CancellationToken ct) => EndAsync(user, _ => true, ct);

    private async Task<int> EndAsync(UserId user, Expression<Func<UserSession, bool>> which, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ended = await db.Sessions.Where(s => s.UserId == user.Value && s.RevokedAt == null && s.ExpiresAt > now).Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct);
        callers.ForgetUser(user);
        return ended;
    }

    private OpenedSession Opened(Account account, Guid session, SessionKind kind, byte[]? refresh, DateTimeOffset now)
    {
        var expires = now + (kind is SessionKind.Cookie ? SessionLife : AccessTokenLife);
        var ticket = tickets.Seal(new SessionTicket(session, account.Id.Value, expires), kind);
        return new OpenedSession(account, kind, ticket, refresh is null ? null : WebEncoders.Base64UrlEncode(refresh), expires);
    }

    private async Task<Account> AccountOfAsync(Guid session, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => db.Sessions.Any(s => s.Id == session && s.UserId == u.Id), ct);
        return new Account(new UserId(user.Id), user.DisplayName, user.Email!);
    }

    private static byte[] NewRefreshToken(Guid session)
    {
        var token = new byte[IdBytes + SecretBytes];
        session.TryWriteBytes(token);
        RandomNumberGenerator.Fill(token.AsSpan(IdBytes));
        return token;
    }

    private static byte[]? Decode(string token)
    {
        var bytes = new byte[IdBytes + SecretBytes];
        // Despite its name the try throws at characters that are none of the alphabet.
        return System.Buffers.Text.Base64Url.IsValid(token) && System.Buffers.Text.Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == bytes.Length ? bytes : null;
    }
}
