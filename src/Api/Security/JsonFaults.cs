using System.Text.Json;
using System.Text.RegularExpressions;
using Director.Api.Hosting;
using Director.Domain.Common;

namespace Director.Api.Security;

/// <summary>Says which field of a body could not be read and why, without the names of our types.</summary>
internal static partial class JsonFaults
{
    private const string Code = "request.unreadable";

    internal static Error Of(JsonException exception)
    {
        var at = Bare(exception.Path);
        var message = exception.Message;
        if (Unmapped().Match(message) is { Success: true } unmapped)
            return Fault([new FieldFault(Below(at, unmapped.Groups[1].Value), "There is no such field.")]);
        if (Missing().Match(message) is { Success: true } missing)
            return Fault([.. Quoted().Matches(missing.Groups[1].Value).Select(m => new FieldFault(Below(at, m.Groups[1].Value), "This field is needed."))]);
        if (message.Contains("depth", StringComparison.OrdinalIgnoreCase))
            return Fault([new FieldFault(at, $"The body is nested deeper than {JsonSetup.MaxDepth} levels.")]);
        if (message.Contains("uplicate", StringComparison.Ordinal))
            return Fault([new FieldFault(at, "This field is there twice.")]);
        if (message.Contains("null", StringComparison.OrdinalIgnoreCase) && message.Contains("nullable", StringComparison.OrdinalIgnoreCase))
            return Fault([new FieldFault(at, "This field must not be null.")]);
        if (message.Contains("could not be converted", StringComparison.Ordinal))
            return Fault([new FieldFault(at, "The value is not of the kind that this field takes.")]);
        return Fault([new FieldFault(at, $"The body is not readable as JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).")]);
    }

    private static Error Fault(IReadOnlyList<FieldFault> faults) => Error.Of(faults, Code, ErrorKind.Unreadable);

    private static string Bare(string? path) => path is null ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    /// <summary>Some messages come with the object's path, some already with the field's.</summary>
    private static string Below(string at, string name) => at.Length == 0 ? name : at == name || at.EndsWith("." + name, StringComparison.Ordinal) ? at : $"{at}.{name}";

    [GeneratedRegex("The JSON property '(.*?)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (.*)", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("'(.*?)'", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
