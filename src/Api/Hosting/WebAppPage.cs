using System.Text;

namespace Director.Api.Hosting;

/// <summary>The web app's one page. It names its files relatively and is served at addresses of any depth, so it is told the path that the app
/// lies below: in the files' addresses, and in a meta element for the requests it makes.</summary>
internal sealed class WebAppPage(string path)
{
    private const string Relative = "=\"./";
    private const string Told = "<meta name=\"director-base\" content=\"/\"";

    private (DateTime Written, string Text)? read;

    /// <summary>The page as an answer to a request.</summary>
    internal IResult At(HttpContext context)
    {
        // The path has been checked: letters, digits and -._~ need no escaping here.
        var below = context.Request.PathBase.Value ?? "";
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text(
            Text().Replace(Relative, $"=\"{below}/", StringComparison.Ordinal).Replace(Told, $"{Told[..^2]}{below}/\"", StringComparison.Ordinal),
            "text/html; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>Read again when a build has replaced it.</summary>
    private string Text()
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (read is not { } known || known.Written != written) read = known = (written, File.ReadAllText(path));
        return known.Text;
    }
}
