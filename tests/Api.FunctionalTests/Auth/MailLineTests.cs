using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Mail;
using MailKit.Net.Smtp;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>How mail is handed over: over an encrypted line, and proving who sends it.</summary>
public sealed class MailLineTests
{
    private static readonly NetworkCredential Account = new("director", "what director proves itself with");
    private static readonly Mail Letter = new("ada@example.test", "Your Director password", "Here it is.");

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Auto)]
    public async Task A_mail_goes_over_an_encrypted_line_under_the_servers_account(MailSecurity security)
    {
        using var certificate = Certificate();
        await using var server = FakeMailServer.Start(certificate, Account);

        await Mailer(server, security, Account.Password, certificate).SendAsync(Letter, CancellationToken.None);

        server.Arrived.Should().ContainSingle().Which.Should().BeEquivalentTo(new { From = "director@example.test", To = Letter.To, ByTls = true, User = "director" });
    }

    [Fact]
    public async Task A_server_that_cannot_prove_who_it_is_is_told_no_password()
    {
        using var certificate = Certificate();
        await using var server = FakeMailServer.Start(certificate, Account);

        await RefusedAsync(Mailer(server, MailSecurity.StartTls, Account.Password, trusted: null));

        server.Proofs.Should().Be(0);
    }

    [Fact]
    public async Task Without_encryption_where_it_is_demanded_no_mail_and_no_password_is_sent()
    {
        await using var server = FakeMailServer.Start(account: Account);

        await RefusedAsync(Mailer(server, MailSecurity.StartTls, Account.Password, trusted: null));

        server.Proofs.Should().Be(0);
        server.Arrived.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_a_mail_that_was_not_taken()
    {
        await using var server = FakeMailServer.Start(account: Account);

        await RefusedAsync(Mailer(server, MailSecurity.None, "another", trusted: null));
        server.Proofs.Should().Be(1);

        await Mailer(server, MailSecurity.None, Account.Password, trusted: null).SendAsync(Letter, CancellationToken.None);
        server.Arrived.Should().ContainSingle().Which.User.Should().Be("director");
    }

    private static async Task RefusedAsync(SmtpMailer mailer)
    {
        var sending = () => mailer.SendAsync(Letter, CancellationToken.None);
        (await sending.Should().ThrowAsync<IOException>()).Which.ToString().Should().NotContain(Account.Password);
    }

    private static SmtpMailer Mailer(FakeMailServer server, MailSecurity security, string password, X509Certificate2? trusted)
    {
        var settings = new DirectorSettings
        {
            DataDirectory = "/",
            SecretKey = new Secret("not used here"),
            OptionalFeatures = [],
            Mail = new MailSettings("127.0.0.1", server.Port, security, Account.UserName, new Secret(password), "director@example.test"),
        };
        return trusted is null ? new SmtpMailer(settings) : new SmtpMailer(settings, () => new SmtpClient
        {
            ServerCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetCertHashString() == trusted.GetCertHashString(),
        });
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
