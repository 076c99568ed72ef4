using System.Security.Cryptography;
using Director.Application.Generation;

namespace Director.Infrastructure.Providers;

/// <summary>Seeds that nobody can foresee.</summary>
internal sealed class RandomSeeds : ISeedSource
{
    public long Next() => RandomNumberGenerator.GetInt32(int.MaxValue);
}
