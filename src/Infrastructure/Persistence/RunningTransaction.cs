using Npgsql;

namespace Director.Infrastructure.Persistence;

/// <summary>The transaction of the unit of work that the scope is in. Asking the context for it would build the context, which
/// a request that only reads has no other use for.</summary>
internal sealed class RunningTransaction
{
    /// <summary>Null outside of a unit of work.</summary>
    internal NpgsqlTransaction? Current { get; set; }
}
