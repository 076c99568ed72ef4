using System.Collections.Concurrent;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>
/// Stands between every test's client and the server: an answer that is not as the document describes it fails the test that asked,
/// and what was called successfully is remembered.
/// </summary>
internal sealed class AnswerCheck(Func<Task<ApiContract>> described) : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, byte> succeeded = new(StringComparer.Ordinal);

    /// <summary>The operations that were called with success through this client.</summary>
    internal IReadOnlyCollection<string> Succeeded => [.. succeeded.Keys];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var contract = await described();
        var response = await base.SendAsync(request, cancellationToken);
        if (contract.Find(request.Method.Method, request.RequestUri!.AbsolutePath) is not { } operation) return response;
        var type = response.Content.Headers.ContentType?.MediaType;
        var body = type?.EndsWith("json", StringComparison.Ordinal) == true ? await ReadAsync(response, cancellationToken) : "";
        var misfits = contract.Misfits(operation, (int)response.StatusCode, type, body);
        if (misfits.Count > 0)
            throw new InvalidOperationException($"{operation.Id} answered {(int)response.StatusCode} otherwise than documented:\n{string.Join('\n', misfits)}\n{body}");
        if (response.IsSuccessStatusCode) succeeded.TryAdd(operation.Id, 0);
        return response;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await response.Content.LoadIntoBufferAsync(ct);
        return await response.Content.ReadAsStringAsync(ct);
    }
}
