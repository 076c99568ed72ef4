using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>A sign-in that fails costs one password hash, whoever it was for: the hash takes nearly all the time, so the clock tells nobody who has an account.</summary>
public sealed class HashCountTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Known_unknown_disabled_locked_and_passwordless_accounts_cost_one_hash_each()
    {
        var owner = await Owner.SetUpAsync(App);
        await App.PersonAsync("passwordless");
        var counter = new CountingHasher();
        await using var server = App.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<DirectorUser>>(counter)));
        using var client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        (await HashesOfAsync(owner.Email)).Should().Be(1, "the password was wrong");
        (await HashesOfAsync("nobody@example.test")).Should().Be(1, "nobody has the address");
        (await HashesOfAsync("not an address")).Should().Be(1, "it is none");
        (await HashesOfAsync("passwordless@example.test")).Should().Be(1, "the account has no password");
        await App.Database.ExecuteAsync("update users set disabled_at = now() where email = $1", owner.Email);
        (await HashesOfAsync(owner.Email)).Should().Be(1, "the account is disabled");
        await App.Database.ExecuteAsync("update users set disabled_at = null, lockout_end = now() + interval '1 hour' where email = $1", owner.Email);
        (await HashesOfAsync(owner.Email)).Should().Be(1, "the account is locked");

        async Task<int> HashesOfAsync(string email)
        {
            var before = counter.Hashes;
            (await client.TryAsync(email, "not this one, surely").ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
            return counter.Hashes - before;
        }
    }

    /// <summary>The usual hasher, counted.</summary>
    private sealed class CountingHasher : IPasswordHasher<DirectorUser>
    {
        private readonly PasswordHasher<DirectorUser> usual = new();
        private int hashes;

        internal int Hashes => hashes;

        public string HashPassword(DirectorUser user, string password)
        {
            Interlocked.Increment(ref hashes);
            return usual.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(DirectorUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref hashes);
            return usual.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
