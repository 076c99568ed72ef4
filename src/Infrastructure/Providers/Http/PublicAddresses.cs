using System.Net;
using System.Net.Sockets;

namespace Director.Infrastructure.Providers.Http;

/// <summary>Tells addresses of the internet from those of this machine and its networks (IANA's special-purpose registries, RFC 6890).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] NotPublicV6 =
    [
        .. new[] { "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16" }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetwork) return !NotPublic.Any(n => n.Contains(address));
        // Whatever wraps an IPv4 address (NAT64, 6to4) lies outside the one block that is global, or is left out by name.
        return Global.Contains(address) && !SixToFour.Contains(address) && !NotPublicV6.Any(n => n.Contains(address));
    }
}
