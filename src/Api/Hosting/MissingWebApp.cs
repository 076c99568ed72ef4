namespace Director.Api.Hosting;

/// <summary>What a browser is shown when the web app has not been built.</summary>
internal static class MissingWebApp
{
    internal static IResult Page() => Results.Content(
        """
        <!doctype html>
        <html lang="en">
          <head><meta charset="utf-8"><title>Director</title></head>
          <body>
            <h1>Director is running, but its pages have not been built</h1>
            <p>Install Node 20 or newer and start Director with <code>dotnet run --project src/Api</code>: it builds them.
            Or build them by hand: <code>npm ci</code> and <code>npm run build</code> in the folder <code>web</code>, then start Director again.</p>
            <p>The API works meanwhile: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
          </body>
        </html>
        """,
        "text/html; charset=utf-8",
        statusCode: StatusCodes.Status503ServiceUnavailable);
}
