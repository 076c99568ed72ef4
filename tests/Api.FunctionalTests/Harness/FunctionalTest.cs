namespace Director.Api.FunctionalTests.Harness;

/// <summary>Tests of what a crew makes share one server, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class AppCollection : ICollectionFixture<DirectorApp>
{
    public const string Name = "app";
}

/// <summary>
/// Tests of people, their keys, and the walls around them share another server with a database of its own, beside the first: a machine has
/// two cores.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PeopleCollection : ICollectionFixture<DirectorApp>
{
    public const string Name = "people";
}

/// <summary>A test over HTTP that begins with an empty server.</summary>
[Collection(AppCollection.Name)]
public abstract class FunctionalTest(DirectorApp app) : IAsyncLifetime
{
    protected DirectorApp App { get; } = app;

    public virtual Task InitializeAsync() => App.ResetAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;
}
