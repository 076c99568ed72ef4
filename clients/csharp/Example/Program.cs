using Director.Client.Example;

// dotnet run --project clients/csharp/Example -- http://localhost:5080 you@example.org
// The password comes from DIRECTOR_PASSWORD: arguments are seen by everybody on the machine.
if (args is not [var address, var email] || Environment.GetEnvironmentVariable("DIRECTOR_PASSWORD") is not { Length: > 0 } password)
{
    Console.Error.WriteLine("usage: DIRECTOR_PASSWORD=… director-example <address> <email>");
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(address) };
await FilmWalk.RunAsync(http, email, password, Console.Out);
return 0;
