namespace Director.Benchmarks.Cases;

/// <summary>What several cases need, made when the first of them asks.</summary>
internal static class Fixture
{
    /// <summary>How many props the small workspace has.</summary>
    internal const int Props = 10_000;

    private static Guid? film;
    private static bool hasProps;

    internal static async Task<Guid> FilmAsync(Bench bench) => film ??= await bench.Database.AddFilmAsync(bench.Crew.Workspace, bench.Crew.User);

    internal static async Task PropsAsync(Bench bench)
    {
        if (hasProps) return;
        hasProps = true;
        await bench.Database.AddPropsAsync(bench.Crew.Workspace, bench.Crew.User, 1, Props);
    }
}
