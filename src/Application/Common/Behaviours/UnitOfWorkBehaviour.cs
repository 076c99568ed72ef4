using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Common.Behaviours;

/// <summary>Runs a command's handler in one transaction. Queries pass straight through.</summary>
internal sealed class UnitOfWorkBehaviour<TRequest, TResponse>(IUnitOfWork unitOfWork)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    private static readonly bool Transactional = !typeof(IOwnTransaction).IsAssignableFrom(typeof(TRequest))
        && typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        Transactional ? unitOfWork.RunAsync(OperationName.Of<TRequest>(), _ => next(), cancellationToken) : next();
}
