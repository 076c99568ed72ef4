using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>Puts on record what a signed-in caller was forbidden, and what anybody tried too often, wherever on its way that was decided.</summary>
internal sealed class RefusalRecord(RequestDelegate next)
{
    /// <summary>How often a minute one caller's refusals of one operation are worth a row: the record is kept for good, and a loop is one fact.</summary>
    private const int PerMinute = 10;

    /// <summary>How many rows a minute tries from all addresses together are worth: whoever has many addresses cannot fill the record.</summary>
    private const int TriesPerMinute = 60;

    public async Task InvokeAsync(HttpContext context, ICallerGate gate, ISecurityRecord record, AttemptLimit limit)
    {
        await next(context);
        var user = gate.Profile?.Account.Id;
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
        var fact = context.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden when user is not null => SecurityFact.Refusal(SecurityKinds.Forbidden, user, operation),
            StatusCodes.Status429TooManyRequests => SecurityFact.Refusal(SecurityKinds.TooManyTries, user ?? SecurityFact.Nobody, operation),
            _ => null,
        };
        if (fact is null) return;
        var caller = user?.ToString() ?? context.Connection.RemoteIpAddress?.ToString();
        if (limit.Take($"{fact.Kind}|{caller}|{operation}", PerMinute, TimeSpan.FromMinutes(1)) is not null) return;
        if (user is null && limit.Take(fact.Kind, TriesPerMinute, TimeSpan.FromMinutes(1)) is not null) return;
        await record.AddAsync(fact, CancellationToken.None);
    }
}
