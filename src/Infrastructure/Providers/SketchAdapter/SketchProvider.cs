using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Films;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.Providers.SketchAdapter;

/// <summary>The built-in provider: free, deterministic by seed, drawn in this process, never more frames at once than there are cores.</summary>
internal sealed class SketchProvider(SketchArtist artist, SketchAnimatic animatic) : IGenerationProvider, IDisposable
{
    internal const string Animatic = "sketch-animatic";
    private const string Currency = "USD";
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);

    public string Slug => "sketch";
    public string Label => "Sketch";
    public bool FreeToRepeat => true;
    public bool ReadsTheShot => true;
    public FeatureReport Status { get; } = new("Sketch", Availability.Available, null, null);
    /// <summary>The frame first: what is drawn when nobody chooses.</summary>
    public IReadOnlyList<ProviderModel> Models =>
    [
        new("storyboard", "Storyboard frame", OutputKind.Image, Money.Free(Currency), 0, []),
        new(Animatic, "Animatic clip", OutputKind.Video, Money.Free(Currency), 0, [], SketchAnimatic.MostMs) { Unavailable = SketchAnimatic.Unavailable },
    ];

    public async Task<ProviderAnswer> SubmitAsync(ProviderRequest request, CancellationToken ct)
    {
        await cores.WaitAsync(ct);
        try
        {
            if (request.Recipe.Model == Animatic) return await FilmAsync(request.Recipe, ct);
            var picture = await Task.Run(() => Draw(request.Recipe), ct);
            return new ProviderAnswer.Finished([new ProviderOutput(new MemoryStream(picture.Bytes.ToArray(), writable: false), "frame")], Money.Free(Currency));
        }
        finally
        {
            cores.Release();
        }
    }

    public Task<ProviderAnswer> PollAsync(ProviderWork work, CancellationToken ct) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Forgotten());

    public Task<ProviderAnswer> FetchAsync(ProviderWork work, CancellationToken ct) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Forgotten());

    public Task CancelAsync(ProviderWork work, CancellationToken ct) => Task.CompletedTask;

    public Task<ProviderAnswer> ReconcileAsync(ProviderRequest request, CancellationToken ct) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Forgotten());

    public Task<GenerationFailure?> TestAsync(CancellationToken ct) => Task.FromResult<GenerationFailure?>(null);

    public void Dispose() => cores.Dispose();

    private async Task<ProviderAnswer> FilmAsync(Recipe recipe, CancellationToken ct)
    {
        var picture = await Task.Run(() => artist.Draw(Frame(recipe), new SketchOptions { Format = SketchFormat.Png, LongEdge = SketchAnimatic.FrameEdge }), ct);
        var (clip, failure) = await animatic.FilmAsync(picture.Bytes, recipe, Frame(recipe).AspectRatio, ct);
        return clip is not null
            ? new ProviderAnswer.Finished([new ProviderOutput(clip, "clip")], Money.Free(Currency))
            : new ProviderAnswer.Refused(new GenerationFailure(FailureKind.CorruptOutput, $"ffmpeg could not make the clip. {failure}"));
    }

    private SketchPicture Draw(Recipe recipe) => recipe.Shot.Subject switch
    {
        null => artist.Draw(Frame(recipe), Options(recipe)),
        { Type: "character_ref" } who => artist.DrawSheet(
            new SketchSheet { Member = new SketchCastMember(who.Name, who.Palette.Count > 0 ? who.Palette[0] : null, LooksOf(who)), Seed = recipe.Seed, Number = recipe.Shot.TakeNumber }, Options(recipe)),
        var what => artist.Draw(Frame(recipe) with { Text = what.Looks ?? what.Name, Location = what.Type == "location" ? what.Name : null, Size = what.Type == "prop" ? "ECU" : "WS", FilmTitle = what.Name }, Options(recipe)),
    };

    /// <summary>The looks alone: the name stands on the plate already.</summary>
    private static string? LooksOf(SubjectBrief who) =>
        who.Looks is { } looks && looks.StartsWith($"{who.Name}: ", StringComparison.Ordinal) ? looks[(who.Name.Length + 2)..] : who.Looks;

    private static SketchFrame Frame(Recipe recipe)
    {
        var shot = recipe.Shot;
        return new SketchFrame
        {
            Text = shot.Text ?? "",
            Dialogue = shot.Dialogue,
            Prompt = recipe.Prompt,
            Size = shot.Size,
            Angle = shot.Angle,
            Movement = shot.Movement,
            TimeOfDay = shot.TimeOfDay,
            IntExt = shot.IntExt,
            Location = shot.Location,
            Mood = string.Join(", ", new[] { shot.Lighting, shot.Mood }.Where(m => !string.IsNullOrWhiteSpace(m))),
            Lens = shot.Lens,
            Cast = [.. shot.Cast.Select(c => new SketchCastMember(c.Name, c.Colour, c.Looks))],
            AspectRatio = AspectRatio.TryParse(shot.AspectRatio, out var ratio) ? (double)(ratio.Width / ratio.Height) : 16d / 9,
            Seed = recipe.Seed,
            FilmTitle = shot.FilmTitle,
            SceneNumber = shot.SceneNumber,
            ShotCode = shot.ShotCode,
            TakeNumber = shot.TakeNumber,
        };
    }

    private static SketchOptions Options(Recipe recipe) => new()
    {
        Format = recipe.Parameters.GetValueOrDefault("format") == "png" ? SketchFormat.Png : SketchFormat.Webp,
        LongEdge = int.TryParse(recipe.Parameters.GetValueOrDefault("longEdge"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var edge) ? edge : new SketchOptions().LongEdge,
    };
}
