namespace Director.Api.FunctionalTests.Generation;

/// <summary>How much the fault tests do: a part by default, all of it when <c>DIRECTOR_TEST_FAULTS=full</c>.</summary>
internal static class Scale
{
    internal static bool Full { get; } = Environment.GetEnvironmentVariable("DIRECTOR_TEST_FAULTS") == "full";

    internal static int Of(int small, int full) => Full ? full : small;
}
