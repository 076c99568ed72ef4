using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ICallerDirectory" />
/// <remarks>Forgetting before the commit would let a request in between read, and remember, what is about to be changed.</remarks>
internal sealed class CallerDirectory(DirectorDbContext db, AfterCommit afterCommit, SessionDirectory sessions, ApiKeyDirectory keys) : ICallerDirectory
{
    public void ForgetUser(UserId user)
    {
        if (db.Database.CurrentTransaction is null) Forget(user);
        else afterCommit.Release(new Afterwards(() => Forget(user)));
    }

    private void Forget(UserId user)
    {
        sessions.ForgetUser(user.Value);
        keys.ForgetUser(user.Value);
    }
}
