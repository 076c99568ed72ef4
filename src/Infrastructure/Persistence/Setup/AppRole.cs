using System.Security.Cryptography;
using System.Text;
using Director.Infrastructure.Configuration;
using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>The login role the server works as: it owns nothing and row-level security binds it.</summary>
internal sealed class AppRole
{
    private readonly NpgsqlConnectionStringBuilder connection;

    private AppRole(NpgsqlConnectionStringBuilder connection) => this.connection = connection;

    internal string Name => connection.Username!;

    internal Secret ConnectionString => new(connection.ConnectionString);

    /// <summary>The given role, or the one Director makes for this database.</summary>
    internal static AppRole For(DatabaseSetupOptions options, NpgsqlConnection owner)
    {
        var ownerConnection = new NpgsqlConnectionStringBuilder(options.Owner.Reveal());
        if (options.App is { } given)
        {
            var app = new NpgsqlConnectionStringBuilder(given.Reveal());
            return app.Username == ownerConnection.Username
                ? throw new DatabaseSetupException(
                    "DATABASE_APP_URL names the same role as DATABASE_URL. It must be another one, which owns nothing, or be left out.")
                : new AppRole(app);
        }

        // Roles belong to the whole server, so each database has one of its own.
        var name = $"director_app_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner.Database)))[..8]}";
        ownerConnection.Username = name;
        ownerConnection.Password = Password(options.SecretKey, name);
        return new AppRole(ownerConnection);
    }

    /// <summary>Makes the role, or gives it its password, unless it can sign in already.</summary>
    /// <exception cref="DatabaseSetupException">The owner may not; the message has the SQL for somebody who may.</exception>
    internal async Task EnsureAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var refused = await TrySignInAsync(cancellationToken);
        if (refused is null) return;

        var exists = await Sql.ScalarAsync<bool>(
            owner, "SELECT true FROM pg_catalog.pg_roles WHERE rolname = $1", cancellationToken, Name);
        var statement = exists ? Alter() : Create();
        try
        {
            await Sql.ExecuteAsync(owner, statement, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseSetupException(
                "Director works as a role of its own that owns nothing, and the role of DATABASE_URL may not "
                + $"{(exists ? "give it a password" : "create it")}. Let somebody who may run this once, then start again:\n\n    {statement};\n\n"
                + "Or make a role yourself and name it by DATABASE_APP_URL.",
                exception);
        }

        if (await TrySignInAsync(cancellationToken) is { } stillRefused)
        {
            throw new DatabaseSetupException(
                $"The role {Name} cannot sign in to the database: {stillRefused.MessageText}. Allow it in pg_hba.conf with a password "
                + "(scram-sha-256), or name another role by DATABASE_APP_URL.",
                stillRefused);
        }
    }

    private string Create() =>
        $"CREATE ROLE {Sql.Identifier(Name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD {Verifier()}";

    private string Alter() => $"ALTER ROLE {Sql.Identifier(Name)} LOGIN PASSWORD {Verifier()}";

    private string Verifier() => Sql.Literal(ScramVerifier.Of(connection.Password ?? ""));

    /// <summary>Null when the role can sign in, else why not.</summary>
    private async Task<PostgresException?> TrySignInAsync(CancellationToken cancellationToken)
    {
        var once = new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Pooling = false };
        try
        {
            await using var trial = new NpgsqlConnection(once.ConnectionString);
            await trial.OpenAsync(cancellationToken);
            return null;
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("28", StringComparison.Ordinal))
        {
            return exception;
        }
    }

    private static string Password(Secret secretKey, string role) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey.Reveal()), Encoding.UTF8.GetBytes($"database role {role}")));
}
