using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.UnitTests.Configuration;

/// <summary>Keeps what is logged at Warning, as it would be printed.</summary>
internal sealed class CollectingLogger : ILogger
{
    public List<string> Warnings { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Warning) Warnings.Add(formatter(state, exception));
    }
}
