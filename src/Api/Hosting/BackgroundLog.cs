using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace Director.Api.Hosting;

/// <summary>
/// Writes events on a thread of its own, in order. Requests would otherwise queue for the one file and the one pipe that all
/// of them write to. When the disk cannot follow, they wait: a line is never dropped. Disposing writes what is left.
/// </summary>
internal sealed class BackgroundLog : ILogEventSink, IDisposable
{
    private const int MostWaiting = 10_000;

    private readonly BlockingCollection<LogEvent> waiting = new(MostWaiting);
    private readonly ILogEventSink written;
    private readonly Thread writer;

    internal BackgroundLog(ILogEventSink written)
    {
        this.written = written;
        writer = new Thread(Write) { IsBackground = true, Name = "log" };
        writer.Start();
    }

    public void Emit(LogEvent logEvent)
    {
        // What is said after the end has no reader any more.
        if (!waiting.IsAddingCompleted) waiting.Add(logEvent);
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        writer.Join();
        (written as IDisposable)?.Dispose();
        waiting.Dispose();
    }

    private void Write()
    {
        foreach (var logEvent in waiting.GetConsumingEnumerable()) written.Emit(logEvent);
    }
}
