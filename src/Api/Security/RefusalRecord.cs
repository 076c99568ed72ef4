using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>Puts on record what a signed-in caller was forbidden, wherever on its way that was decided.</summary>
internal sealed class RefusalRecord(RequestDelegate next)
{
    /// <summary>How often a minute one person's refusals of one operation are worth a row: the record is kept for good, and a loop is one fact.</summary>
    private const int PerMinute = 10;

    public async Task InvokeAsync(HttpContext context, ICallerGate gate, ISecurityRecord record, AttemptLimit limit)
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status403Forbidden || gate.Profile is not { Account.Id: var user }) return;
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
        if (limit.Take($"forbidden|{user}|{operation}", PerMinute, TimeSpan.FromMinutes(1)) is null)
            await record.AddAsync(SecurityFact.Refusal(SecurityKinds.Forbidden, user, operation), CancellationToken.None);
    }
}
