namespace Director.Benchmarks.Cases;

/// <summary>Something to measure.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="RunAsync">Prepares what it needs and measures.</param>
internal sealed record BenchCase(string Name, Func<Bench, Task> RunAsync);

/// <summary>Every case, in the order in which they run: those that fill the database come last.</summary>
internal static class BenchCases
{
    internal static readonly IReadOnlyList<BenchCase> All =
    [
        new("read", ReadCases.ReadAsync),
        new("page", ReadCases.PageAsync),
        new("structure", FilmCases.StructureAsync),
        new("unchanged", FilmCases.UnchangedAsync),
        new("select", WriteCases.SelectAsync),
        new("create", WriteCases.CreateAsync),
        new("import", ImportCase.RunAsync),
        new("signin", SignInCase.RunAsync),
        new("search", SearchCases.SmallAsync),
        new("large", SearchCases.LargeAsync),
    ];
}
