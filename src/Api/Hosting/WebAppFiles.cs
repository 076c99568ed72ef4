using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Director.Api.Hosting;

/// <summary>Serves the web app from its folder. Files under <c>/assets</c> carry a hash in their name and may be kept
/// for ever; everything else is asked for again each time, so that a new version is seen at once.</summary>
internal static class WebAppFiles
{
    private const string Hashed = "/assets";
    private static readonly (string Encoding, string Extension)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    internal static void UseWebAppFiles(this WebApplication app)
    {
        if (WebAppFolder.Find() is not { } folder) return;

        var types = new FileExtensionContentTypeProvider();
        var files = new PhysicalFileProvider(folder);
        app.Use((context, next) =>
        {
            // The page is made anew for where the app lies, never served as the file.
            if (context.Request.Path == "/index.html") context.Request.Path = "/";
            ChooseCompressed(context, files, types);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new BehindCompression(types),
            OnPrepareResponse = Prepare,
        });
    }

    /// <summary>
    /// The app itself for every address that no endpoint has and that is a page of it; a missing file or API path stays missing. Not an endpoint
    /// of its own: one that matches everything would answer for a wrong method or media type too.
    /// </summary>
    internal static void UseWebAppPages(this WebApplication app)
    {
        var index = WebAppFolder.Find() is { } folder ? new WebAppPage(Path.Combine(folder, "index.html")) : null;
        app.Use((context, next) => context.GetEndpoint() is null && IsPage(context.Request)
            ? (index is null ? MissingWebApp.Page() : index.At(context)).ExecuteAsync(context)
            : next(context));
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api") && !Path.HasExtension(request.Path.Value);

    /// <summary>Prefers the file that the build compressed, where the browser takes it.</summary>
    private static void ChooseCompressed(HttpContext context, PhysicalFileProvider files, FileExtensionContentTypeProvider types)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return;
        if (context.Request.Path.Value is not { } path || !types.TryGetContentType(path, out _)) return;

        var accepted = context.Request.Headers.AcceptEncoding;
        foreach (var (encoding, extension) in Compressed)
        {
            if (!Accepts(accepted, encoding) || !files.GetFileInfo(path + extension).Exists) continue;
            context.Request.Path = path + extension;
            return;
        }
    }

    private static bool Accepts(StringValues accepted, string encoding) => accepted
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(offer => offer.Split(';')[0].Trim() == encoding && !offer.Replace(" ", "", StringComparison.Ordinal).EndsWith(";q=0", StringComparison.Ordinal));

    private static void Prepare(StaticFileResponseContext file)
    {
        var context = file.Context;
        var path = context.Request.Path;
        context.Response.Headers.CacheControl = path.StartsWithSegments(Hashed) ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        foreach (var (encoding, extension) in Compressed)
        {
            if (path.Value!.EndsWith(extension, StringComparison.Ordinal)) context.Response.Headers.ContentEncoding = encoding;
        }
    }

    /// <summary>The type of a compressed file is that of the file it stands for.</summary>
    private sealed class BehindCompression(FileExtensionContentTypeProvider types) : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType)
        {
            foreach (var (_, extension) in Compressed)
            {
                if (subpath.EndsWith(extension, StringComparison.Ordinal)) return types.TryGetContentType(subpath[..^extension.Length], out contentType);
            }

            return types.TryGetContentType(subpath, out contentType);
        }
    }
}
