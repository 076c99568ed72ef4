namespace Director.Api.FunctionalTests.Contract;

/// <summary>The smallest clip and sound that can be worked at.</summary>
internal static class WalkClip
{
    /// <summary>Six grey pictures of 16 by 16 in H.264.</summary>
    private const string Mp4 =
        "AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAANXbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAAPoAAQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAA" +
        "AAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAqZ0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAAPoAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAA" +
        "AAAAAAAAAAAAAABAAAAAABAAAAAQAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAAD6AAAEAAABAAAAAAIebWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAAAwAAAADABVxAAAAAAALWhkbHIAAAAAAA" +
        "AAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAAByW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAAYlzdGJsAAAAwXN0c2QA" +
        "AAAAAAAAAQAAALFhdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAABAAEABIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAAN2F2Y0MBZAAK/+EAGWdkAA" +
        "qscgRewEQAAAMABAAAAwDAPEiWEYABAAdo6EODksiw/fj4AAAAABBwYXNwAAAAAQAAAAEAAAAUYnRydAAAAAAAAGBAAABgQAAAABhzdHRzAAAAAAAAAAEAAAAGAAACAAAAABRzdHNzAAAAAAAAAAEA" +
        "AAABAAAAOGN0dHMAAAAAAAAABQAAAAEAAAQAAAAAAQAADAAAAAABAAAEAAAAAAEAAAAAAAAAAgAAAgAAAAAcc3RzYwAAAAAAAAABAAAAAQAAAAYAAAABAAAALHN0c3oAAAAAAAAAAAAAAAYAAALCAA" +
        "AADQAAAAwAAAANAAAADQAAAA0AAAAUc3RjbwAAAAAAAAABAAADhwAAAD11ZHRhAAAANW1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAG1kaXJhcHBsAAAAAAAAAAAAAAAACGlsc3QAAAAIZnJlZQAAAwpt" +
        "ZGF0AAACsAYF//+s3EXpvebZSLeWLNgg2SPu73gyNjQgLSBjb3JlIDE2NCByMzA5NSBiYWVlNDAwIC0gSC4yNjQvTVBFRy00IEFWQyBjb2RlYyAtIENvcHlsZWZ0IDIwMDMtMjAyMiAtIGh0dHA6Ly" +
        "93d3cudmlkZW9sYW4ub3JnL3gyNjQuaHRtbCAtIG9wdGlvbnM6IGNhYmFjPTEgcmVmPTE2IGRlYmxvY2s9MTowOjAgYW5hbHlzZT0weDM6MHgxMzMgbWU9dW1oIHN1Ym1lPTEwIHBzeT0xIHBzeV9y" +
        "ZD0xLjAwOjAuMDAgbWl4ZWRfcmVmPTEgbWVfcmFuZ2U9MjQgY2hyb21hX21lPTEgdHJlbGxpcz0yIDh4OGRjdD0xIGNxbT0wIGRlYWR6b25lPTIxLDExIGZhc3RfcHNraXA9MSBjaHJvbWFfcXBfb2" +
        "Zmc2V0PS0yIHRocmVhZHM9MSBsb29rYWhlYWRfdGhyZWFkcz0xIHNsaWNlZF90aHJlYWRzPTAgbnI9MCBkZWNpbWF0ZT0xIGludGVybGFjZWQ9MCBibHVyYXlfY29tcGF0PTAgY29uc3RyYWluZWRf" +
        "aW50cmE9MCBiZnJhbWVzPTggYl9weXJhbWlkPTIgYl9hZGFwdD0yIGJfYmlhcz0wIGRpcmVjdD0zIHdlaWdodGI9MSBvcGVuX2dvcD0wIHdlaWdodHA9MiBrZXlpbnQ9MjUwIGtleWludF9taW49Mj" +
        "Qgc2NlbmVjdXQ9NDAgaW50cmFfcmVmcmVzaD0wIHJjX2xvb2thaGVhZD02MCByYz1jcmYgbWJ0cmVlPTEgY3JmPTQwLjAgcWNvbXA9MC42MCBxcG1pbj0wIHFwbWF4PTY5IHFwc3RlcD00IGlwX3Jh" +
        "dGlvPTEuNDAgYXE9MToxLjAwAIAAAAAKZYiBAAb//rXPGQAAAAlBmgitiFf/voAAAAAIQZ4QRxC/54EAAAAJAZ4YJohX/+iAAAAACQGeGG1IV//ogQAAAAkBnhiNSFf/6IE=";

    internal static ByteArrayContent Content() => new(Convert.FromBase64String(Mp4)) { Headers = { ContentType = new("video/mp4") } };

    /// <summary>Announces an upload of 100 bytes for an asset.</summary>
    internal static HttpContent Announced(string asset) => new ByteArrayContent([])
    {
        Headers = { { "Upload-Length", "100" }, { "Upload-Metadata", $"filename Y2xpcA==,assetId {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(asset))}" } },
    };

    /// <summary>The first part of an upload.</summary>
    internal static HttpContent Part() => new ByteArrayContent(new byte[10]) { Headers = { { "Content-Type", "application/offset+octet-stream" }, { "Upload-Offset", "0" } } };

    /// <summary>A tenth of a second of a tone, as WAV.</summary>
    internal static ByteArrayContent Tone()
    {
        const int samples = 800;
        var wav = new MemoryStream();
        using var writer = new BinaryWriter(wav);
        writer.Write("RIFF"u8);
        writer.Write(36 + samples);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8_000);
        writer.Write(8_000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(samples);
        for (var i = 0; i < samples; i++) writer.Write((byte)(128 + 90 * Math.Sin(i / 3.0)));
        return new(wav.ToArray()) { Headers = { ContentType = new("audio/wav") } };
    }
}
