using System.Diagnostics;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Director.Application.Common.Behaviours;

/// <summary>One line per request: its name, how long it took, and the code when it was refused. Never bodies.</summary>
internal sealed class LoggingBehaviour<TRequest, TResponse>(ILogger<LoggingBehaviour<TRequest, TResponse>> log, ICaller caller)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await next();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (response.Error is { } refused)
            log.LogInformation("{Operation} refused with {ErrorCode} for {UserId} in {ElapsedMs:0.0} ms", OperationName.Of<TRequest>(), refused.Code, caller.UserId?.Value, took);
        else
            log.LogDebug("{Operation} done for {UserId} in {ElapsedMs:0.0} ms", OperationName.Of<TRequest>(), caller.UserId?.Value, took);
        return response;
    }
}
