namespace Director.Application.Common;

/// <summary>The name of a use case, the same in the record, the log and the API document: <c>SelectTakeCommand</c> is <c>selectTake</c>.</summary>
public static class OperationName
{
    /// <summary>The name of a request type.</summary>
    public static string Of<TRequest>() => Of(typeof(TRequest));

    /// <summary>The name of a request type.</summary>
    public static string Of(Type request)
    {
        var name = request.Name;
        foreach (var ending in (ReadOnlySpan<string>)["Command", "Query"])
        {
            if (name.EndsWith(ending, StringComparison.Ordinal)) name = name[..^ending.Length];
        }

        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
