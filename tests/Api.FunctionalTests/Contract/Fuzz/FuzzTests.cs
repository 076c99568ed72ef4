using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Contract.Fuzz;

/// <summary>
/// Requests made from the document that the server serves, right and wrong, always the same ones. Whatever is sent, the server does not
/// fail, and answers with a status and a body that the document describes.
/// </summary>
public sealed class FuzzTests(DirectorApp app) : FunctionalTest(app)
{
    /// <summary>Raises how many requests each operation gets.</summary>
    private const string Raised = "DIRECTOR_FUZZ";

    private const int Usual = 40;

    /// <summary>Where too many wrong passwords are counted: not where other tests sign in from.</summary>
    private const string Elsewhere = "198.51.100.7";

    /// <summary>What takes things or people away comes last, signing out last of all.</summary>
    private static readonly string[] Last = ["deleteAsset", "archiveWorkspace", "deleteWorkspace", "removeMember", "logout"];

    /// <summary>What hashes a password, or draws pictures, in a good part of its requests.</summary>
    private static readonly string[] Slow =
    [
        "login", "generateFilmTakes", "generateShotTakes", "generateImages", "createDemoFilm", "acceptInvitation", "changePassword", "resetPassword", "enterShare", "createShareLink",
        "removeTotp", "exportWorkspace",
    ];

    private static int Requests => int.TryParse(Environment.GetEnvironmentVariable(Raised), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : Usual;

    [Fact]
    public async Task Whatever_is_sent_is_answered_as_documented()
    {
        using var alice = await App.CreateClient("alice");
        var known = await ThingsAsync(alice);
        using var http = App.CreateDefaultClient(new Uri("http://localhost"));
        http.DefaultRequestHeaders.Authorization = alice.DefaultRequestHeaders.Authorization;
        http.DefaultRequestHeaders.Add(TestAddress.Header, Elsewhere);
        // One of the operations makes more workspaces, and who has several says which.
        http.DefaultRequestHeaders.Add("X-Workspace", "alice");
        var contract = new ApiContract(await http.GetStringAsync("/api/openapi.json"));
        var faults = new List<string>();
        var succeeded = new HashSet<string>(StringComparer.Ordinal);

        foreach (var operation in contract.Operations.OrderBy(o => Array.IndexOf(Last, o.Id)).ThenBy(o => o.Method == "DELETE").ThenBy(o => o.Id, StringComparer.Ordinal))
        {
            var values = new FuzzValues(contract.Document, new Random(Seed(operation.Id)), known);
            var requests = new FuzzRequests(operation, values, known);
            for (var i = 0; i < (Slow.Contains(operation.Id) ? Requests / 10 : Requests); i++)
            {
                using var request = requests.Make();
                var sent = await ToldAsync(request);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                var type = response.Content.Headers.ContentType?.MediaType;
                var body = type?.EndsWith("json", StringComparison.Ordinal) == true ? await response.Content.ReadAsStringAsync() : "";
                var status = (int)response.StatusCode;
                var wrong = contract.Misfits(operation, status, type, body).ToList();
                if (status >= 500) wrong.Add("The server failed.");
                if (status >= 400 && !HasCode(body)) wrong.Add("The refusal has no code.");
                if (wrong.Count > 0) faults.Add($"{operation.Id}, request {i}: {sent} → {status} {string.Join(" ", wrong)} {Short(body)}");
                if (response.IsSuccessStatusCode) succeeded.Add(operation.Id);
            }
        }

        await App.WorkIsOverAsync();
        faults.Should().BeEmpty();
        contract.Operations.Count(o => succeeded.Contains(o.Id)).Should().BeGreaterThan(contract.Operations.Count * 3 / 10,
            "requests that are all refused at the door try nothing; never through: {0}", string.Join(", ", contract.Operations.Select(o => o.Id).Except(succeeded)));
    }

    /// <summary>Something of every kind, so that requests have what they are about.</summary>
    private static async Task<Dictionary<string, string>> ThingsAsync(HttpClient http)
    {
        var film = await MadeAsync(http, "/api/films", new { title = "Fuzz" });
        var scene = await MadeAsync(http, $"/api/films/{film}/scenes", new { location = "HUT" });
        var shot = await MadeAsync(http, $"/api/scenes/{scene}/shots", new { description = "A boot." });
        var take = await MadeAsync(http, $"/api/shots/{shot}/takes", new { source = "set" });
        var character = await MadeAsync(http, $"/api/films/{film}/characters", new { name = "Anna" });
        var prop = await MadeAsync(http, "/api/assets", new { type = "prop", name = "Boot" });
        var link = await MadeAsync(http, "/api/relationships", new { parentId = shot, childId = prop, kind = "uses_prop" });
        var collection = await MadeAsync(http, "/api/collections", new { name = "Boots" });
        var tag = await MadeAsync(http, "/api/tags", new { name = "wet" });
        var accepted = await http.PostAsync<JsonNode>($"/api/shots/{shot}/generate", new { provider = "fake", count = 1 });
        var generation = (accepted as JsonArray)![0]!["generationId"]!.ToString();
        var events = await http.GetAsync<JsonNode>("/api/events?limit=1");
        return new(StringComparer.Ordinal)
        {
            ["film"] = film,
            ["films"] = film,
            ["root"] = film,
            ["scenes"] = scene,
            ["scene"] = scene,
            ["shots"] = shot,
            ["shot"] = shot,
            ["takes"] = take,
            ["take"] = take,
            ["child"] = take,
            ["assets"] = prop,
            ["asset"] = prop,
            ["character"] = character,
            ["relationships"] = link,
            ["collections"] = collection,
            ["collection"] = collection,
            ["tags"] = tag,
            ["generations"] = generation,
            ["events"] = events["items"]![0]!["id"]!.ToString(),
        };
    }

    private static async Task<string> MadeAsync(HttpClient http, string path, object body) => (await http.PostAsync<JsonNode>(path, body))["id"]!.ToString();

    /// <summary>The same for the same name on every machine, and no other operation's.</summary>
    private static int Seed(string operation) => operation.Aggregate(2_026, (seed, c) => unchecked((seed * 31) + c));

    private static bool HasCode(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["code"]?.GetValue<string>() is { Length: > 0 };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task<string> ToldAsync(HttpRequestMessage request)
    {
        var headers = string.Join("; ", request.Headers.Select(h => $"{h.Key}: {Short(string.Join(", ", h.Value))}"));
        var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        return $"{request.Method} {Short(request.RequestUri!.ToString())} [{headers}; {request.Content?.Headers.ContentType}] {Short(body)}";
    }

    private static string Short(string text) => text.Length <= 400 ? text : text[..400] + "…";
}
