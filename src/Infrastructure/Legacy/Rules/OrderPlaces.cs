namespace Director.Infrastructure.Legacy.Rules;

/// <summary>The n-th key that <see cref="Domain.Common.OrderKey.Sequence"/> counts to, without counting: places do not depend on where a run began.</summary>
internal static class OrderPlaces
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    internal static string At(long place)
    {
        var digits = 1;
        long room = 62;
        while (place >= room)
        {
            place -= room;
            room *= 62;
            digits++;
        }

        Span<char> key = stackalloc char[digits + 1];
        key[0] = (char)('a' + digits - 1);
        for (var i = digits; i > 0; i--, place /= 62) key[i] = Digits[(int)(place % 62)];
        return new string(key);
    }
}
