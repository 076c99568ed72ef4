using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Director.Application.Generation;
using Director.Infrastructure.Providers;
using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NSec.Cryptography;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>Who may report, and of what.</summary>
public sealed class HookTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly byte[] ReplicateBody = """{"id":"abc123","status":"succeeded","output":["https://replicate.delivery/x.png"]}"""u8.ToArray();

    private readonly FakeFal fal = new();
    private readonly FakeReplicate replicate = new();
    private readonly Key key = Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
    private Bench bench = null!;

    public Task InitializeAsync()
    {
        bench = new Bench(("FAL_API_KEY", FakeFal.Key), ("FAL_BASE_URL", fal.Address.AbsoluteUri), ("FAL_REST_URL", fal.Address.AbsoluteUri),
            ("REPLICATE_API_TOKEN", FakeReplicate.Token), ("REPLICATE_BASE_URL", replicate.Api.AbsoluteUri), ("DIRECTOR_PUBLIC_URL", "https://director.example.com"));
        fal.Jwks = Jwks(key);
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await fal.DisposeAsync();
        await replicate.DisposeAsync();
        key.Dispose();
    }

    [Fact]
    public async Task A_report_that_fal_signed_names_its_request() => (await ReadFalAsync(Fal("r-1", FalBody("r-1")))).Should().Be("r-1");

    [Theory]
    [InlineData("body")]
    [InlineData("signature")]
    [InlineData("anotherKey")]
    [InlineData("old")]
    [InlineData("future")]
    [InlineData("otherRequestInBody")]
    [InlineData("noSignature")]
    public async Task A_report_that_fal_did_not_sign_or_that_is_old_is_refused(string how)
    {
        using var other = Key.Create(SignatureAlgorithm.Ed25519);
        var body = FalBody(how == "otherRequestInBody" ? "r-2" : "r-1");
        var call = Fal("r-1", body, how switch { "old" => -301, "future" => 301, _ => 0 }, how == "anotherKey" ? other : key);
        if (how == "body") call = call with { Body = FalBody("r-1").Concat(" "u8.ToArray()).ToArray() };
        if (how == "signature") call = With(call, "X-Fal-Webhook-Signature", new string('0', 128));
        if (how == "noSignature") call = With(call, "X-Fal-Webhook-Signature", null);
        (await ReadFalAsync(call)).Should().BeNull();
    }

    [Fact]
    public async Task Fals_keys_are_asked_for_once_and_again_when_they_are_replaced_but_forgers_make_nobody_ask()
    {
        await ReadFalAsync(Fal("r-1", FalBody("r-1")));
        await ReadFalAsync(Fal("r-2", FalBody("r-2")));
        using var next = Key.Create(SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        for (var i = 0; i < 5; i++) (await ReadFalAsync(Fal("r-3", FalBody("r-3"), 0, next))).Should().BeNull();
        fal.Of("GET", "/.well-known/jwks.json").Should().HaveCount(1);
        fal.Jwks = Jwks(next);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        (await ReadFalAsync(Fal("r-3", FalBody("r-3"), 0, next))).Should().Be("r-3");
        fal.Of("GET", "/.well-known/jwks.json").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_report_that_Replicate_signed_names_its_prediction_whichever_of_the_signatures_fits()
    {
        (await ReadReplicateAsync(Replicate(ReplicateBody))).Should().Be("abc123");
        var call = Replicate(ReplicateBody);
        (await ReadReplicateAsync(With(call, "webhook-signature", $"v1,AAAA v2,xyz {call.Headers("webhook-signature")}"))).Should().Be("abc123");
    }

    [Theory]
    [InlineData("body")]
    [InlineData("id")]
    [InlineData("secret")]
    [InlineData("old")]
    [InlineData("none")]
    public async Task A_report_that_Replicate_did_not_sign_or_that_is_old_is_refused(string how)
    {
        var call = Replicate(ReplicateBody, how == "old" ? -301 : 0, how == "secret" ? "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" : FakeReplicate.WebhookSecret);
        if (how == "body") call = call with { Body = ReplicateBody.Concat(" "u8.ToArray()).ToArray() };
        if (how == "id") call = With(call, "webhook-id", "msg_2");
        if (how == "none") call = With(call, "webhook-signature", null);
        (await ReadReplicateAsync(call)).Should().BeNull();
    }

    [Fact]
    public void A_callback_token_names_its_attempt_and_cannot_be_made_or_used_for_another_provider()
    {
        var tokens = bench.Services.GetRequiredService<CallbackTokens>();
        var request = bench.Request("fal", "fal-ai/flux/dev");
        var token = tokens.Make("fal", request);
        tokens.Read("fal", token).Should().Be(new CallbackSubject(request.Workspace, request.Generation, request.Attempt));
        tokens.Read("replicate", token).Should().BeNull();
        for (var i = 0; i < token.Length - 1; i++)
        {
            var forged = token.ToCharArray();
            forged[i] = forged[i] == 'A' ? 'B' : 'A';
            tokens.Read("fal", new string(forged)).Should().BeNull("character {0} was changed", i);
        }

        foreach (var nonsense in new[] { "", "x", token[..^1], token + "A", new string('*', token.Length) }) tokens.Read("fal", nonsense).Should().BeNull();
    }

    private Task<string?> ReadFalAsync(ProviderHookCall call) => ((HttpProvider)bench.Provider("fal")).Hooks!.ReadAsync(call, CancellationToken.None);

    private Task<string?> ReadReplicateAsync(ProviderHookCall call) => ((HttpProvider)bench.Provider("replicate")).Hooks!.ReadAsync(call, CancellationToken.None);

    private static byte[] FalBody(string request) => Encoding.UTF8.GetBytes($$$"""{"request_id":"{{{request}}}","gateway_request_id":"{{{request}}}","status":"OK","payload":{}}""");

    private ProviderHookCall Fal(string request, byte[] body, int secondsOff = 0, Key? signer = null)
    {
        var at = bench.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff;
        var signature = SignatureAlgorithm.Ed25519.Sign(signer ?? key, FakeFal.Signed(request, "user", at, body));
        return Call("fal", body, new()
        {
            ["X-Fal-Webhook-Request-Id"] = request,
            ["X-Fal-Webhook-User-Id"] = "user",
            ["X-Fal-Webhook-Timestamp"] = at.ToString(CultureInfo.InvariantCulture),
            ["X-Fal-Webhook-Signature"] = Convert.ToHexStringLower(signature),
        });
    }

    private ProviderHookCall Replicate(byte[] body, int secondsOff = 0, string secret = FakeReplicate.WebhookSecret)
    {
        var at = (bench.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff).ToString(CultureInfo.InvariantCulture);
        byte[] message = [.. Encoding.UTF8.GetBytes($"msg_1.{at}."), .. body];
        return Call("replicate", body, new()
        {
            ["webhook-id"] = "msg_1",
            ["webhook-timestamp"] = at,
            ["webhook-signature"] = $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), message))}",
        });
    }

    private static ProviderHookCall Call(string provider, byte[] body, Dictionary<string, string> headers) => new(provider, "", headers.GetValueOrDefault, body);

    private static ProviderHookCall With(ProviderHookCall call, string name, string? value) => call with { Headers = asked => asked == name ? value : call.Headers(asked) };

    private static string Jwks(Key of) => $$"""{"keys":[{"kty":"RSA","n":"x"},{"kty":"OKP","crv":"Ed25519","x":"{{System.Buffers.Text.Base64Url.EncodeToString(of.PublicKey.Export(KeyBlobFormat.RawPublicKey))}}"}]}""";
}
