using System.Reflection;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>
/// Enumerations in the query are written as in JSON: <c>takes=all</c>, by name and never by number. Binding itself takes members'
/// exact names and any number.
/// </summary>
internal static class QueryWords
{
    /// <summary>What no enumeration has as a member: it is refused by binding, with the parameter's name.</summary>
    private const string NoWord = "?";

    /// <summary>Translates before the endpoint binds.</summary>
    internal static void Translate(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is not { } run || endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler) return;
        var words = handler.GetParameters().SelectMany(Words).ToDictionary(w => w.Name, w => w.Type, StringComparer.OrdinalIgnoreCase);
        if (words.Count == 0) return;
        endpoint.RequestDelegate = context =>
        {
            if (context.Request.Query.Any(q => words.ContainsKey(q.Key)))
            {
                var query = context.Request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, words.TryGetValue(q.Key, out var type) ? Member(type, v) : v ?? "")));
                context.Request.QueryString = new QueryBuilder(query).ToQueryString();
            }

            return run(context);
        };
    }

    private static IEnumerable<(string Name, Type Type)> Words(ParameterInfo parameter)
    {
        if (Enumeration(parameter.ParameterType) is { } type) return [(parameter.Name!, type)];
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is null) return [];
        return parameter.ParameterType.GetProperties().Select(p => (Name: p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name, Type: Enumeration(p.PropertyType))).Where(p => p.Type is not null).Select(p => (p.Name, p.Type!));
    }

    private static Type? Enumeration(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return (Nullable.GetUnderlyingType(one) ?? one) is { IsEnum: true } found ? found : null;
    }

    private static string Member(Type type, string? word) => Enum.GetNames(type).FirstOrDefault(n => n.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? NoWord;
}
