namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A place that can be drawn on a stage, far to near, behind the figures.</summary>
internal interface ISet
{
    void Draw(Stage stage);

    /// <summary>What stands before the figures, if anything.</summary>
    void DrawFront(Stage stage)
    {
    }
}
