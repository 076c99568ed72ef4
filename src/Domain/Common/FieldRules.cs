using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Director.Domain.Common;

/// <summary>
/// Checks a value object against the limits its own properties declare. The attribute is the one place a limit stands:
/// the domain checks it here, and the API document reads the same attribute.
/// </summary>
public static class FieldRules
{
    private sealed record Rule(PropertyInfo Property, string Path, ValidationAttribute[] Checks);

    private static readonly ConcurrentDictionary<Type, Rule[]> Known = new();

    /// <summary>Every property that breaks a declared limit, with its camel-case path.</summary>
    public static IEnumerable<FieldFault> Faults(object value)
    {
        foreach (var (property, path, checks) in Known.GetOrAdd(value.GetType(), Read))
        {
            var at = property.GetValue(value);
            foreach (var check in checks)
            {
                if (!check.IsValid(at)) yield return new FieldFault(path, check.FormatErrorMessage(path));
            }

            foreach (var text in Texts(at))
            {
                if (text.Contains('\0', StringComparison.Ordinal)) yield return new FieldFault(path, $"{path} contains a NUL character.");
            }
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string one => [one],
        IEnumerable<string> many => many,
        _ => [],
    };

    private static Rule[] Read(Type type) =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .Select(p => new Rule(p, JsonNamingPolicy.CamelCase.ConvertName(p.Name), [.. p.GetCustomAttributes<ValidationAttribute>(true)]))];
}
