namespace Director.Domain.Common;

/// <summary>What sort of refusal an <see cref="Error"/> is. Only the API layer turns it into a status code.</summary>
public enum ErrorKind
{
    /// <summary>The input cannot be read or has the wrong shape.</summary>
    Unreadable,
    /// <summary>Nobody is signed in.</summary>
    Unauthenticated,
    /// <summary>The caller's role does not allow it.</summary>
    Forbidden,
    /// <summary>Unknown, deleted, or another workspace's: the three are never told apart.</summary>
    NotFound,
    /// <summary>The state of things has moved on, or a name is taken.</summary>
    Conflict,
    /// <summary>The version the caller saw is no longer the current one.</summary>
    Stale,
    /// <summary>The caller has to say which version it saw.</summary>
    VersionRequired,
    /// <summary>More bytes or items than allowed.</summary>
    TooLarge,
    /// <summary>Understood, but a rule of the domain refuses it.</summary>
    Rule,
    /// <summary>Too many calls in too short a time.</summary>
    TooMany,
    /// <summary>Something outside this process is not there at the moment.</summary>
    Unavailable,
}

/// <summary>One fault in one field of the input.</summary>
/// <param name="Path">Where: a JSON path without the leading <c>$.</c>, such as <c>details.durationFrames</c>.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record FieldFault(string Path, string Reason);

/// <summary>A refusal as a value: a stable <paramref name="Code"/> for programs, a sentence for people.</summary>
/// <param name="Code">Stable, dotted, lower camel case: <c>take.notOfThisShot</c>. Tests assert this.</param>
/// <param name="Message">One sentence that says what is wrong and, where it helps, what to do.</param>
/// <param name="Kind">What sort of refusal it is.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind = ErrorKind.Rule)
{
    /// <summary>The fields at fault, empty when the whole request is refused.</summary>
    public IReadOnlyList<FieldFault> Fields { get; init; } = [];

    /// <summary>The figures behind the refusal, by the names they have on the wire; none for most.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = NoFacts;

    private static readonly IReadOnlyDictionary<string, object?> NoFacts = new Dictionary<string, object?>();

    /// <summary>A refusal of one field.</summary>
    public static Error Field(string path, string reason, string code = "input.invalid", ErrorKind kind = ErrorKind.Rule) =>
        new(code, reason, kind) { Fields = [new FieldFault(path, reason)] };

    /// <summary>A refusal of several fields at once.</summary>
    public static Error Of(IReadOnlyList<FieldFault> faults, string code = "input.invalid", ErrorKind kind = ErrorKind.Rule) =>
        new(code, faults.Count == 1 ? faults[0].Reason : $"{faults.Count} fields do not fit.", kind) { Fields = faults };

    /// <summary>The same refusal with every field path below <paramref name="prefix"/>.</summary>
    public Error Below(string prefix) =>
        this with { Fields = [.. Fields.Select(f => f with { Path = f.Path.Length == 0 ? prefix : f.Path[0] == '[' ? prefix + f.Path : $"{prefix}.{f.Path}" })] };
}
