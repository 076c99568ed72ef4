using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Director.Api.OpenApi;

/// <summary>The page the API document is read by starts itself with scripts within it, and sets its own styles. Rather than to let any script run
/// that stands in a page, the policy names these by their hashes.</summary>
internal static partial class DocumentPagePolicy
{
    /// <summary>The style sheets that the pinned version's script puts into the page. When a later one brings others, the browser's console
    /// names their hashes, and the page only looks plainer meanwhile.</summary>
    private const string Styles =
        "'sha256-St8O8YusCkYeC9X2ma3nlCP1u4+35DgBPOzt1kBwxsM=' 'sha256-l/2OpPg0d+2VLTLgwjf5mQo2CYwHDEqdj5TjbfEyVJI=' "
        + "'sha256-T13Uev3xCax2N28XaoAE8DOzQZKvPp7ZQVAi1iRREjo='";

    /// <summary>Wraps the page's endpoint.</summary>
    internal static void Guard(EndpointBuilder page)
    {
        if (page.RequestDelegate is { } answer) page.RequestDelegate = context => AnswerAsync(context, answer);
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        // The page is small; its script comes as a file of its own, which is passed on as it is.
        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await answer(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            context.Response.Headers.ContentSecurityPolicy = PolicyOf(Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length));
        written.Position = 0;
        await written.CopyToAsync(body, context.RequestAborted);
    }

    private static string PolicyOf(string html)
    {
        var scripts = string.Concat(InlineScript().Matches(html).Select(match => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'"));
        return $"default-src 'self'; script-src 'self'{scripts}; style-src 'self' {Styles}; img-src 'self' data:; font-src 'self' data:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}
