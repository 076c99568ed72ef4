using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Uploads;

/// <summary>Uploads over lines that are cut, to a server that is killed.</summary>
public sealed class UploadKillTests : IDisposable
{
    private const string Password = "seven lanterns above a quiet quay";
    private const int Uploads = 16;
    private const int PartSize = 60_000;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-upload-");
    private readonly string address = $"http://localhost:{FreePort()}";
    private Process? server;

    [Fact]
    public async Task Every_upload_arrives_whole_through_cuts_and_kills_and_nothing_is_left_lying()
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await StartAsync(client);
        await client.PostJsonAsync("/api/setup", new { name = "Ada", email = "ada@example.test", password = Password, workspaceName = "Crew" }).SucceedsAsync();
        var login = await client.PostAsync<JsonElement>("/api/auth/login", new { email = "ada@example.test", password = Password, mode = "token" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("accessToken").GetString());
        var film = await client.FilmAsync();
        var (cuts, kills) = (0, 0);

        for (var i = 0; i < Uploads; i++)
        {
            var text = await client.AssetAsync("text", string.Create(CultureInfo.InvariantCulture, $"notes {i}"), film);
            var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 12_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"{i:00}.{n:00000} "))));
            var upload = (await client.BeginAsync(bytes.Length, "assetId", text)).Headers.Location!;
            for (long offset = 0; offset < bytes.Length; offset = await client.OffsetAsync(upload))
            {
                var part = bytes[(int)offset..(int)Math.Min(bytes.Length, offset + PartSize)];
                if (offset == 0)
                {
                    cuts++;
                    await FluentActions.Awaiting(() => client.PartAsync(upload, 0, part, cut: () => Eventually.HoldsAsync(async () => await client.OffsetAsync(upload) > 0))).Should().ThrowAsync<HttpRequestException>();
                    continue;
                }

                if (i is 5 or 11 && offset < 2 * PartSize)
                {
                    kills++;
                    var sending = client.PartAsync(upload, offset, part);
                    server!.Kill();
                    await server.WaitForExitAsync();
                    try
                    {
                        (await sending).Dispose();
                    }
                    catch (HttpRequestException)
                    {
                        // Killed before it could answer.
                    }

                    await StartAsync(client);
                    continue;
                }

                using var sent = await client.PartAsync(upload, offset, part);
                // The server may still be putting down what came before the cut, and look again where it goes on.
                sent.StatusCode.Should().BeOneOf(HttpStatusCode.NoContent, HttpStatusCode.Conflict);
            }

            var shown = await client.GetAsync<JsonElement>($"/api/assets/{text}");
            shown.GetProperty("media").GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
            (await client.GetByteArrayAsync($"/api/assets/{text}/media")).Should().Equal(bytes);
        }

        (cuts, kills).Should().Be((Uploads, 2));
        Directory.GetFiles(Path.Combine(data.FullName, "media"), "*", SearchOption.AllDirectories).Should().HaveCount(Uploads, "each file lies there once and nothing else does");
    }

    public void Dispose()
    {
        if (server is { HasExited: false })
        {
            // Asked politely, so that it takes its PostgreSQL along.
            Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            if (!server.WaitForExit(TimeSpan.FromSeconds(20))) server.Kill(entireProcessTree: true);
        }

        server?.Dispose();
        data.Delete(recursive: true);
    }

    private async Task StartAsync(HttpClient client)
    {
        server?.Dispose();
        server = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = data.FullName,
            Environment = { ["DIRECTOR_DATA"] = data.FullName, ["ASPNETCORE_URLS"] = address, ["DATABASE_URL"] = "" },
        })!;
        for (var tries = 0; tries < 600; tries++)
        {
            server.HasExited.Should().BeFalse("the server should start");
            try
            {
                if ((await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The server did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
