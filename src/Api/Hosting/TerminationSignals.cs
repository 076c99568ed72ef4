using System.Runtime.InteropServices;

namespace Director.Api.Hosting;

/// <summary>Turns SIGINT and SIGTERM into a cancellation from the first moment on, so that an embedded PostgreSQL that is
/// just being started is also stopped in order. Asked a second time, the process ends at once.</summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource asked = new();
    private readonly PosixSignalRegistration[] registrations;

    internal TerminationSignals() => registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];

    internal CancellationToken Token => asked.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        asked.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        if (asked.IsCancellationRequested) return;
        context.Cancel = true;
        asked.Cancel();
    }
}
