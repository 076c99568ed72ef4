using System.Security.Cryptography;
using System.Text;
using Director.Application.Accounts;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ITotp" />
internal sealed class Totp(DirectorDbContext db, ISecretBox box, ISecurityRecord record, TimeProvider clock) : ITotp
{
    private const int Codes = 10;
    private const int CodeChars = 16;
    private const int CodeGroup = 4;

    /// <summary>Without letters and digits that look alike: 16 of 32 are 80 bits, beyond trying out even from a stolen hash.</summary>
    private const string CodeAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public async Task<TotpState> StateAsync(UserId user, CancellationToken ct) => new(
        await db.Totps.AnyAsync(t => t.UserId == user.Value && t.ConfirmedAt != null, ct),
        await db.RecoveryCodes.CountAsync(c => c.UserId == user.Value, ct));

    public async Task<Result<TotpSeed>> BeginAsync(UserId user, string email, CancellationToken ct)
    {
        var secret = RandomNumberGenerator.GetBytes(OneTimeCode.SecretBytes);
        var sealedSecret = box.Seal(Purpose(user), secret);
        var begun = await db.Database.ExecuteSqlAsync($"""
            insert into user_totp (user_id, secret, last_step) values ({user.Value}, {sealedSecret}, 0)
            on conflict (user_id) do update set secret = excluded.secret, last_step = 0 where user_totp.confirmed_at is null
            """, ct);
        return begun == 0 ? TotpErrors.On : new TotpSeed(OneTimeCode.Text(secret), OneTimeCode.Address(secret, email));
    }

    public async Task<Result<IReadOnlyList<string>>> ConfirmAsync(UserId user, string code, CancellationToken ct)
    {
        if (await db.Totps.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == user.Value, ct) is not { } totp) return TotpErrors.NotBegun;
        if (totp.ConfirmedAt is not null) return TotpErrors.On;
        var now = clock.GetUtcNow();
        if (box.Open(Purpose(user), totp.Secret) is not { } secret || OneTimeCode.StepOf(code, secret, now, totp.LastStep) is not { } step) return TotpErrors.WrongCode;
        var confirmed = await db.Totps.Where(t => t.UserId == user.Value && t.ConfirmedAt == null && t.Secret == totp.Secret)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.ConfirmedAt, now).SetProperty(t => t.LastStep, step), ct);
        if (confirmed == 0) return TotpErrors.NotBegun;

        var codes = Enumerable.Range(0, Codes).Select(_ => RandomNumberGenerator.GetString(CodeAlphabet, CodeChars)).ToList();
        foreach (var recovery in codes) db.RecoveryCodes.Add(new RecoveryCode { UserId = user.Value, Hash = HashOf(recovery) });
        await db.SaveChangesAsync(ct);
        return Result<IReadOnlyList<string>>.Of([.. codes.Select(c => string.Join('-', c.Chunk(CodeGroup).Select(g => new string(g))))]);
    }

    public async Task<bool> RemoveAsync(UserId user, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.UserId == user.Value).ExecuteDeleteAsync(ct);
        return await db.Totps.Where(t => t.UserId == user.Value).ExecuteDeleteAsync(ct) > 0;
    }

    public async Task<SecondFactorOutcome> CheckAsync(UserId user, SecondFactor given, CancellationToken ct)
    {
        var totp = await db.Totps.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == user.Value && t.ConfirmedAt != null, ct);
        if (totp is null) return SecondFactorOutcome.NotNeeded;
        if (given.RecoveryCode is { } recovery) return await UseAsync(user, recovery, ct) ? SecondFactorOutcome.Right : SecondFactorOutcome.Wrong;
        if (given.Code is not { } code) return SecondFactorOutcome.Missing;
        if (box.Open(Purpose(user), totp.Secret) is not { } secret || OneTimeCode.StepOf(code, secret, clock.GetUtcNow(), totp.LastStep) is not { } step) return SecondFactorOutcome.Wrong;

        // Of two who send the same code at once one is first; the other's has been used.
        var taken = await db.Totps.Where(t => t.UserId == user.Value && t.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastStep, step), ct);
        return taken == 1 ? SecondFactorOutcome.Right : SecondFactorOutcome.Wrong;
    }

    private async Task<bool> UseAsync(UserId user, string recovery, CancellationToken ct)
    {
        var hash = HashOf(recovery);
        if (await db.RecoveryCodes.Where(c => c.UserId == user.Value && c.Hash == hash).ExecuteDeleteAsync(ct) == 0) return false;
        await record.AddAsync(SecurityFact.Done(SecurityKinds.RecoveryCodeUsed, user), ct);
        return true;
    }

    /// <summary>Case, dashes and spaces do not matter.</summary>
    private static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(c => c is not ('-' or ' ')).Take(CodeChars + 1)).ToUpperInvariant()));

    private static string Purpose(UserId user) => $"totp/{user}";
}
