using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Director.Benchmarks.Cases;

/// <summary>Whether the time that a failed sign-in takes tells who has an account: the same wrong password at an address that has one and at one that has none.</summary>
internal static class SignInCase
{
    private const int Pairs = 60;

    /// <summary>An account locks after twenty wrong tries in a row, and would then be measured for something else.</summary>
    private const int PairsBeforeUnlocking = 10;

    private const double Least = 0.8;
    private const double Most = 1.2;

    internal static async Task RunAsync(Bench bench)
    {
        using var http = new HttpClient { BaseAddress = bench.Director.Address };
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var pair = -5; pair < Pairs; pair++)
        {
            if (pair % PairsBeforeUnlocking == 0) await bench.Database.UnlockAsync(bench.Crew.Workspace);
            // In turn, so that whatever else the machine does meets both alike; the first few only warm up.
            var (of, none) = (await TryAsync(http, Crew.Email, pair), await TryAsync(http, "nobody@example.test", pair));
            if (pair < 0) continue;
            known.Add(of);
            unknown.Add(none);
        }

        var ratio = Results.Median(unknown) / Results.Median(known);
        bench.Results.Add(
            "a failed sign-in, unknown / known address",
            string.Create(CultureInfo.InvariantCulture, $"{Results.Milliseconds(Results.Median(unknown))} / {Results.Milliseconds(Results.Median(known))} ms = {ratio:0.00}"),
            "0.8 to 1.2", ratio is >= Least and <= Most);
    }

    /// <summary>From another address each time, as a trusted proxy on this machine says it: guesses from one are slowed.</summary>
    private static async Task<double> TryAsync(HttpClient http, string email, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = JsonContent.Create(new { email, password = "not this one, surely", mode = "token" }) };
        request.Headers.Add("X-Forwarded-For", $"198.51.100.{number + 10}");
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (response.StatusCode != HttpStatusCode.Unauthorized) throw new InvalidOperationException($"A wrong password was answered {(int)response.StatusCode}.");
        return took;
    }
}
