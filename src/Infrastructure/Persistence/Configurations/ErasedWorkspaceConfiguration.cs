using Director.Domain.Assets;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Director.Infrastructure.Persistence.Configurations;

/// <summary>What remains of a deleted workspace: that it was deleted, by whom, and whether its files are gone yet. Belongs to the directory, not to a tenant.</summary>
internal sealed class ErasedWorkspace
{
    public WorkspaceId Id { get; init; }
    public string Slug { get; init; } = "";
    public string Name { get; init; } = "";
    public DateTimeOffset ErasedAt { get; init; }
    public UserId ErasedBy { get; init; }
    public string ErasedByName { get; init; } = "";
    public DateTimeOffset? FilesGoneAt { get; init; }
}

internal sealed class ErasedWorkspaceConfiguration : IEntityTypeConfiguration<ErasedWorkspace>
{
    public void Configure(EntityTypeBuilder<ErasedWorkspace> b)
    {
        b.ToTable("erased_workspaces");
        b.HasKey(w => w.Id);
        b.Property(w => w.Id).ValueGeneratedNever();
        b.Property(w => w.Slug).HasMaxLength(Workspace.MaxSlug);
        b.Property(w => w.Name).HasMaxLength(AssetLimits.Name);
        b.Property(w => w.ErasedByName).HasMaxLength(300);
        b.HasIndex(w => w.Id).HasFilter("files_gone_at is null").HasDatabaseName("ix_erased_workspaces_files");
    }
}
