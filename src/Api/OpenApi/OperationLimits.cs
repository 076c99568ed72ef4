using System.Globalization;
using System.Text.Json;
using Director.Domain.Assets;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Lengths and ranges that a use case's validator keeps, said at the parameters and body fields of the same name.</summary>
internal sealed class OperationLimits(UseCases useCases) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        // Every page has the same bounds, whichever query it belongs to.
        if (operation.Parameters?.FirstOrDefault(p => p is { Name: "limit", In: ParameterLocation.Query })?.Schema is OpenApiSchema limit)
            (limit.Minimum, limit.Maximum) = ("1", Number(AssetLimits.Page));

        if (useCases.Find(context) is not { } useCase || useCases.Rules(useCase) is not { } rules) return Task.CompletedTask;
        var fields = (operation.Parameters ?? []).Where(p => p.Name is not null && p.Schema is OpenApiSchema)
            .ToDictionary(p => p.Name!, p => (OpenApiSchema)p.Schema!, StringComparer.Ordinal);
        if (Body(operation, context) is { Properties: { } properties })
        {
            foreach (var (name, property) in properties)
            {
                if (property is OpenApiSchema own) fields.TryAdd(name, own);
            }
        }

        foreach (var (field, rule) in Rules(rules, context.ApplicationServices))
        {
            if (fields.TryGetValue(field, out var schema)) Say(schema, rule);
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema? Body(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (operation.RequestBody?.Content is not { } content || !content.TryGetValue("application/json", out var media)) return null;
        return media.Schema is OpenApiSchemaReference { Reference.Id: { } id }
            ? context.Document?.Components?.Schemas is { } schemas && schemas.TryGetValue(id, out var named) ? named as OpenApiSchema : null
            : media.Schema as OpenApiSchema;
    }

    private static IEnumerable<(string Field, IPropertyValidator Rule)> Rules(IValidator validator, IServiceProvider services)
    {
        foreach (var members in validator.CreateDescriptor().GetMembersWithValidators())
        {
            foreach (var (rule, _) in members)
            {
                if (rule is IChildValidatorAdaptor child && services.GetService(typeof(IValidator<>).MakeGenericType(Validated(child.ValidatorType))) is IValidator inner)
                {
                    foreach (var below in Rules(inner, services)) yield return below;
                }
                else
                {
                    yield return (JsonNamingPolicy.CamelCase.ConvertName(members.Key), rule);
                }
            }
        }
    }

    private static Type Validated(Type validator)
    {
        var type = validator;
        while (type is { IsGenericType: false } || type.GetGenericTypeDefinition() != typeof(AbstractValidator<>)) type = type.BaseType!;
        return type.GetGenericArguments()[0];
    }

    private static void Say(OpenApiSchema schema, IPropertyValidator rule)
    {
        switch (rule)
        {
            case ILengthValidator length:
                if (length.Max > 0) schema.MaxLength = length.Max;
                if (length.Min > 0) schema.MinLength = length.Min;
                break;
            case IBetweenValidator between when rule.Name.StartsWith("Inclusive", StringComparison.Ordinal):
                (schema.Minimum, schema.Maximum) = (Number(between.From), Number(between.To));
                break;
            case IComparisonValidator { ValueToCompare: { } value, Comparison: Comparison.GreaterThanOrEqual }:
                schema.Minimum = Number(value);
                break;
            case IComparisonValidator { ValueToCompare: { } value, Comparison: Comparison.LessThanOrEqual }:
                schema.Maximum = Number(value);
                break;
            case INotEmptyValidator when schema.Type?.HasFlag(JsonSchemaType.String) == true:
                schema.MinLength ??= 1;
                break;
        }
    }

    private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
