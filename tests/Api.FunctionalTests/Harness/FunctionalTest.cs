namespace Director.Api.FunctionalTests.Harness;

/// <summary>All functional tests share one server, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class AppCollection : ICollectionFixture<DirectorApp>
{
    public const string Name = "app";
}

/// <summary>A test over HTTP that begins with an empty server.</summary>
[Collection(AppCollection.Name)]
public abstract class FunctionalTest(DirectorApp app) : IAsyncLifetime
{
    protected DirectorApp App { get; } = app;

    public virtual Task InitializeAsync() => App.ResetAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;
}
