using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using MediatR;

namespace Director.Application.Common.Behaviours;

/// <summary>Tells the crew of a request that a budget refused. Around the unit of work: what is refused commits nothing, and this has to be kept.</summary>
internal sealed class BudgetNewsBehaviour<TRequest, TResponse>(ICrewMessages messages, ICaller caller)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        // What somebody's own limit refuses is no news to the others.
        if (response.Error is { Code: BudgetErrors.ExceededCode } refused && caller.WorkspaceId is not null && !Equals(refused.Facts.GetValueOrDefault("scope"), "request"))
            await messages.TellOverBudgetAsync(refused.Message, cancellationToken);
        return response;
    }
}
