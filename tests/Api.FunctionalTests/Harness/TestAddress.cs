using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Director.Api.FunctionalTests.Harness;

/// <summary>The test server has no network, so a request says where it would have come from: this machine, unless a test names another address.</summary>
internal sealed class TestAddress : IStartupFilter
{
    internal const string Header = "X-Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, run) =>
        {
            context.Connection.RemoteIpAddress = context.Request.Headers[Header] is [{ } address, ..] ? IPAddress.Parse(address) : IPAddress.Loopback;
            return run(context);
        });
        next(app);
    };
}
