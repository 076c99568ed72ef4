using System.Text.Json;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Common.Behaviours;

/// <summary>Checks the shape of a request before anything is loaded. Rules that need data are the domain's.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : notnull where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = validators.SelectMany(v => v.Validate(request).Errors)
            .Select(e => new FieldFault(CamelPath(e.PropertyName), e.ErrorMessage)).Distinct().ToList();
        return faults.Count == 0 ? await next() : TResponse.Refused(Error.Of(faults));
    }

    private static string CamelPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
