namespace Director.Infrastructure.Configuration;

/// <summary>A value that must not reach a log, an answer or a message; it prints as stars wherever it is formatted.</summary>
public sealed class Secret(string value)
{
    /// <summary>The value itself, for the one place that needs it.</summary>
    public string Reveal() => value;

    /// <inheritdoc />
    public override string ToString() => "***";
}
