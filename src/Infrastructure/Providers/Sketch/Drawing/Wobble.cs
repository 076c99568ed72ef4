namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>
/// A smooth field of small shifts that makes drawn lines look drawn. Points are displaced instead of pixels:
/// a few thousand look-ups a frame where a displacement filter would need a million.
/// </summary>
internal sealed class Wobble(ulong seed, float frequency, float reach)
{
    private readonly uint _seed = (uint)(seed ^ (seed >> 32));

    public Spot Move(Spot at)
    {
        float x = at.X * frequency, y = at.Y * frequency;
        var dx = Noise(x, y, _seed) + .5f * Noise(x * 2, y * 2, _seed + 17);
        var dy = Noise(x, y, _seed + 101) + .5f * Noise(x * 2, y * 2, _seed + 131);
        return new Spot(at.X + dx * reach, at.Y + dy * reach);
    }

    /// <summary>Value noise in ±1 with smooth steps between lattice points.</summary>
    public static float Noise(float x, float y, uint seed)
    {
        int x0 = (int)MathF.Floor(x), y0 = (int)MathF.Floor(y);
        float fx = x - x0, fy = y - y0;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        var top = Lattice(x0, y0, seed) * (1 - fx) + Lattice(x0 + 1, y0, seed) * fx;
        var low = Lattice(x0, y0 + 1, seed) * (1 - fx) + Lattice(x0 + 1, y0 + 1, seed) * fx;
        return top * (1 - fy) + low * fy;
    }

    public static float Lattice(int x, int y, uint seed)
    {
        unchecked
        {
            var h = (uint)x * 374761393u + (uint)y * 668265263u + seed * 2246822519u;
            h = (h ^ (h >> 13)) * 1274126177u;
            h ^= h >> 16;
            return (h & 0xFFFFFF) / (float)0x7FFFFF - 1;
        }
    }
}
