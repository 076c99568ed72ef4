namespace Director.Api.Hosting;

/// <summary>One thing the server cannot work without.</summary>
public interface IReadinessCheck
{
    /// <summary>What it is called in the answer, for example <c>database</c>.</summary>
    string Name { get; }

    /// <summary>Looks at it now.</summary>
    /// <returns>What is wrong, in words without secrets; null when nothing is.</returns>
    Task<string?> FindProblemAsync(CancellationToken cancellationToken);
}
