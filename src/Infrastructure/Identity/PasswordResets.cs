using Director.Application.Accounts;
using Director.Domain.Workspaces;
using Microsoft.AspNetCore.Identity;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="IPasswordResets" />
internal sealed class PasswordResets(PasswordResetPost post, PasswordResetTickets tickets, UserManager<DirectorUser> users) : IPasswordResets
{
    public void Request(string email) => post.Add(email);

    public async Task<UserId?> RedeemAsync(string token, CancellationToken ct) =>
        tickets.Open(token) is { } ticket && await users.FindByIdAsync(ticket.UserId.ToString()) is { } user && PasswordResetTickets.Fits(ticket, user)
            ? new UserId(user.Id) : null;
}
