using Director.Infrastructure.Configuration;
using Npgsql;

namespace Director.Infrastructure.UnitTests.Configuration;

public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgresql://ann:secret@db.example:6432/film")]
    [InlineData("postgres://ann:secret@db.example:6432/film")]
    [InlineData("postgresql+asyncpg://ann:secret@db.example:6432/film")]
    [InlineData("POSTGRESQL://ann:secret@db.example:6432/film")]
    [InlineData("Host=db.example;Port=6432;Username=ann;Password=secret;Database=film")]
    public void Every_form_crews_have_is_read(string value)
    {
        var read = Read(value);

        (read.Host, read.Port, read.Username, read.Password, read.Database).Should().Be(("db.example", 6432, "ann", "secret", "film"));
    }

    [Theory]
    [InlineData("p%40ss%2Fw%3Ard%25", "p@ss/w:rd%")]
    [InlineData("%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C", "пароль")]
    [InlineData("a+b", "a+b")]
    [InlineData("with@sign", "with@sign")]
    [InlineData("with:colon#hash;semicolon'quote", "with:colon#hash;semicolon'quote")]
    public void A_password_of_any_characters_arrives_whole(string encoded, string password) =>
        Read($"postgresql://ann:{encoded}@db/film").Password.Should().Be(password);

    [Theory]
    [InlineData("sslmode=require", SslMode.Require)]
    [InlineData("sslmode=verify-full", SslMode.VerifyFull)]
    [InlineData("sslmode=disable", SslMode.Disable)]
    [InlineData("ssl=true", SslMode.Require)]
    [InlineData("application_name=x&sslmode=verify-ca", SslMode.VerifyCA)]
    public void Parameters_keep_their_meaning(string query, SslMode mode) =>
        Read($"postgresql://ann@db/film?{query}").SslMode.Should().Be(mode);

    [Fact]
    public void A_socket_folder_stands_in_the_host_parameter() =>
        Read("postgresql://ann@/film?host=/var/run/postgresql").Host.Should().Be("/var/run/postgresql");

    [Fact]
    public void An_IPv6_address_stands_in_brackets()
    {
        var read = Read("postgresql://ann@[::1]:5433/film");

        (read.Host, read.Port).Should().Be(("::1", 5433));
    }

    [Fact]
    public void Several_hosts_keep_their_ports() =>
        Read("postgresql://ann@one:5432,two:5433/film?target_session_attrs=primary").Host.Should().Be("one:5432,two:5433");

    [Theory]
    [InlineData("garbage-s3cret")]
    [InlineData("mysql://ann:s3cret@db/film")]
    [InlineData("postgresql://ann:s3cret@db:port/film")]
    [InlineData("postgresql://ann:s3cret@db:70000/film")]
    [InlineData("postgresql://ann:s3cret@db")]
    [InlineData("postgresql://ann:s3cret@/film")]
    [InlineData("postgresql://db/film-s3cret")]
    [InlineData("postgresql://ann:s3cret@db/film?sslmode=maybe")]
    [InlineData("postgresql://ann:s3cret@db/film?colour=red")]
    [InlineData("Host=db;Colour=s3cret")]
    public void What_cannot_be_read_is_refused_by_name_and_never_repeated(string value)
    {
        var reading = () => DatabaseUrl.ToConnectionString("DATABASE_URL", value);

        reading.Should().Throw<InvalidSettingException>().Which.Message.Should().StartWith("DATABASE_URL ").And.NotContain("s3cret");
    }

    private static NpgsqlConnectionStringBuilder Read(string value) => new(DatabaseUrl.ToConnectionString("DATABASE_URL", value));
}
