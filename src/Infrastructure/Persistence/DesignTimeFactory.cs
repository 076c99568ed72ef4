using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Director.Infrastructure.Persistence;

/// <summary>How <c>dotnet ef migrations add</c> sees the model; it never connects.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<DirectorDbContext>
{
    public DirectorDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DirectorDbContext>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options, new Nobody());
}

/// <summary>Nobody, in no workspace: for what runs before anybody can have asked, such as migrations.</summary>
internal sealed class Nobody : ICaller
{
    public UserId? UserId => null;
    public string Name => "";
    public WorkspaceId? WorkspaceId => null;
    public string ActorKind => "system";
    public IReadOnlySet<Permission> Permissions { get; } = new HashSet<Permission>();
    public string RequestId => "";
    public string? Origin => null;
}
