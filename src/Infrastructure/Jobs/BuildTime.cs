using System.Reflection;

namespace Director.Infrastructure.Jobs;

/// <summary>Whether this process only writes the API document: then there is no database and nothing may run.</summary>
internal static class BuildTime
{
    internal static bool IsNow { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
