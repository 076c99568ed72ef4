using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Fal;

/// <summary>
/// The addresses of one request in fal's queue. The ones that fal returns are followed; they are kept beside the id only where they are not
/// the usual ones, which leave out what a model's name has after its owner and app.
/// </summary>
internal sealed record FalWork(string RequestId, Uri Response, Uri Status, Uri Cancel)
{
    private const char Bar = '|';

    /// <summary>The usual addresses.</summary>
    internal static FalWork Usual(Uri queue, string model, string requestId)
    {
        var app = string.Join('/', model.Split('/').Take(2));
        var response = $"{queue.AbsoluteUri.TrimEnd('/')}/{app}/requests/{Uri.EscapeDataString(requestId)}";
        return new FalWork(requestId, new Uri(response), new Uri($"{response}/status"), new Uri($"{response}/cancel"));
    }

    /// <summary>Reads what <see cref="Write"/> wrote, or a bare id.</summary>
    internal static FalWork Read(Uri queue, string model, string externalId)
    {
        var parts = externalId.Split(Bar);
        return parts.Length == 4
            ? new FalWork(parts[0], new Uri(queue, parts[1]), new Uri(queue, parts[2]), new Uri(queue, parts[3]))
            : Usual(queue, model, externalId);
    }

    /// <summary>What fal answered to a submission; null when that is not readable. Addresses elsewhere are not taken: the key would go there.</summary>
    internal static FalWork? Of(ApiReply reply, Uri queue, string model)
    {
        if (reply.Json.Text("request_id") is not { } id || id.Length > 100 || id.Contains(Bar, StringComparison.Ordinal)) return null;
        var usual = Usual(queue, model, id);
        return new FalWork(id, Own(reply, queue, "response_url") ?? usual.Response, Own(reply, queue, "status_url") ?? usual.Status, Own(reply, queue, "cancel_url") ?? usual.Cancel);
    }

    /// <summary>The id as it is kept.</summary>
    internal string Write(Uri queue, string model) =>
        this == Usual(queue, model, RequestId) ? RequestId : string.Join(Bar, RequestId, Response.PathAndQuery, Status.PathAndQuery, Cancel.PathAndQuery);

    internal static string IdOf(string externalId) => externalId.Split(Bar)[0];

    private static Uri? Own(ApiReply reply, Uri queue, string name) =>
        Uri.TryCreate(reply.Json.Text(name), UriKind.Absolute, out var address) && address.Scheme == queue.Scheme && address.Authority == queue.Authority
            && !address.PathAndQuery.Contains(Bar, StringComparison.Ordinal) ? address : null;
}
