using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>HTTP in one line: a success as its value, a refusal as its problem.</summary>
public static class HttpClientExtensions
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Task<T> GetAsync<T>(this HttpClient client, string path) => client.GetAsync(path).ReadAsync<T>();

    public static Task<T> PostAsync<T>(this HttpClient client, string path, object? body = null) => client.PostJsonAsync(path, body).ReadAsync<T>();

    public static Task<T> PutAsync<T>(this HttpClient client, string path, object? body) => client.SendJsonAsync(HttpMethod.Put, path, body).ReadAsync<T>();

    public static Task<T> PatchAsync<T>(this HttpClient client, string path, object? body, long? version = null) =>
        client.SendJsonAsync(HttpMethod.Patch, path, body, version).ReadAsync<T>();

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, object? body = null) =>
        client.SendJsonAsync(HttpMethod.Post, path, body);

    /// <summary>Sends anything as JSON; a string is sent as the JSON it is.</summary>
    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string path, object? body, long? version = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");
        if (version is { } seen) request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        return client.SendAsync(request);
    }

    /// <summary>The value of a success; a refusal fails the test with what it said.</summary>
    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0} answered {1}: {2}", response.RequestMessage?.RequestUri, (int)response.StatusCode, text);
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }

    /// <summary>Expects a success that has nothing more to say.</summary>
    public static async Task SucceedsAsync(this Task<HttpResponseMessage> sent) => await sent.ReadOrNothingAsync();

    /// <summary>The problem of a refusal; a success, or a refusal that is no problem document, fails the test.</summary>
    public static async Task<Problem> ProblemAsync(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().BeGreaterThanOrEqualTo(400, "{0} should have been refused: {1}", response.RequestMessage?.RequestUri, text);
        response.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json", "{0}", text);
        return JsonSerializer.Deserialize<Problem>(text, Json)! with { HttpStatus = (int)response.StatusCode };
    }

    private static async Task ReadOrNothingAsync(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        response.IsSuccessStatusCode.Should().BeTrue("{0} answered {1}: {2}", response.RequestMessage?.RequestUri, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>A refusal as the wire has it.</summary>
public sealed record Problem(string Title, int Status, string Code, bool Retryable, string? TraceId, Dictionary<string, string[]>? Errors)
{
    /// <summary>The response's own status; a test that finds it differ from <see cref="Status"/> has found a bug.</summary>
    public int HttpStatus { get; init; }

    /// <summary>The fields at fault.</summary>
    public IEnumerable<string> Fields => Errors?.Keys ?? Enumerable.Empty<string>();
}
