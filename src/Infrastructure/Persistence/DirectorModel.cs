using Director.Infrastructure.Persistence.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Director.Infrastructure.Persistence;

/// <summary>
/// What EF knows of the tables, built once for the process. Building it is most of what a start computes and needs no
/// connection, so it is built while the database is still starting.
/// </summary>
public static class DirectorModel
{
    private static readonly Lazy<IModel> Built = new(Build);

    /// <summary>The model; the first who asks builds it.</summary>
    public static IModel Instance => Built.Value;

    /// <summary>
    /// Begins to build it in the background, and translates one query: EF's own code is compiled by its first use, and that
    /// takes as long as the model. A failure is told to whoever asks for the model.
    /// </summary>
    public static void Prepare() => _ = Task.Run(static () =>
    {
        using var context = new DirectorDbContext(Options().UseModel(Instance).Options, new Nobody());
        _ = context.Users.OrderBy(user => user.Id).Take(1).ToQueryString();
    });

    private static IModel Build()
    {
        using var context = new DirectorDbContext(Options().Options, new Nobody());
        return context.Model;
    }

    /// <summary>Of a context that never connects.</summary>
    private static DbContextOptionsBuilder<DirectorDbContext> Options() =>
        new DbContextOptionsBuilder<DirectorDbContext>().UseNpgsql("Host=none").UseSnakeCaseNamingConvention();
}
