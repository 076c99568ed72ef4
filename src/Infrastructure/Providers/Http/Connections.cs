using System.Net;
using System.Net.Sockets;

namespace Director.Infrastructure.Providers.Http;

/// <summary>Opens connections: to the address that was judged, never to one looked up again afterwards.</summary>
internal sealed class Connections(ProviderLimits limits)
{
    /// <summary>To a server that the operator named: wherever it is.</summary>
    internal ValueTask<Stream> AnywhereAsync(SocketsHttpConnectionContext context, CancellationToken ct) => ConnectAsync(context.DnsEndPoint, _ => true, ct);

    /// <summary>To what a provider's answer points to: the internet, and the servers that the operator named.</summary>
    internal Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> PublicOr(IReadOnlyCollection<Uri> named) => (context, ct) =>
        ConnectAsync(context.DnsEndPoint, named.Any(n => n.Port == context.DnsEndPoint.Port && n.IdnHost.Trim('[', ']').Equals(context.DnsEndPoint.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase))
            ? _ => true
            : PublicAddresses.IsPublic, ct);

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> may, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Connect);
        try
        {
            var found = IPAddress.TryParse(to.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, limit.Token);
            var allowed = found.Where(may).ToArray();
            if (allowed.Length == 0) throw new PrivateAddressException(to.Host);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, to.Port, limit.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // As an error of the connection, so that everybody above knows that nothing was sent.
            throw new SocketException((int)SocketError.TimedOut);
        }
    }
}

/// <summary>An address inside this network was to be called at a provider's bidding.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} is not an address of the internet.");
