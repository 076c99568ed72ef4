using System.Runtime.InteropServices;

namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>
/// A small random source whose sequence is fixed by its seed on every platform and runtime
/// (SplitMix64), unlike <see cref="Random"/>, whose algorithm is not promised.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice for the given words and number; FNV-1a over UTF-16, so the runtime's random string hash plays no part.</summary>
    public static Dice For(long number, params ReadOnlySpan<string?> words) => new(Hash(number, words));

    public static ulong Hash(long number, params ReadOnlySpan<string?> words)
    {
        var hash = 14695981039346656037UL ^ Scramble(unchecked((ulong)number));
        foreach (var word in words)
        {
            foreach (var unit in MemoryMarshal.AsBytes((word ?? "").AsSpan()))
                hash = unchecked((hash ^ unit) * 1099511628211UL);
            hash = unchecked((hash ^ 0xFF) * 1099511628211UL);
        }
        return Scramble(hash);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
        }
        return (Scramble(_state) >> 40) / (float)(1 << 24);
    }

    public float Between(float low, float high) => low + (high - low) * Next();

    /// <summary>Uniform in ±<paramref name="reach"/>.</summary>
    public float Jitter(float reach) => Between(-reach, reach);

    public int Below(int limit) => Math.Min(limit - 1, (int)(Next() * limit));

    public bool Chance(float probability) => Next() < probability;

    public float Sign() => Next() < .5f ? -1 : 1;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
