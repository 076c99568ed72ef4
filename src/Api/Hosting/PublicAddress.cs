using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>What links begin with that are handed to people: the configured public address, else the one that the request came to.</summary>
internal sealed class PublicAddress(DirectorSettings settings)
{
    internal string Of(HttpRequest request) =>
        settings.PublicUrl is { } configured ? configured.ToString().TrimEnd('/') : $"{request.Scheme}://{request.Host}{request.PathBase}";
}
