using Director.Domain.Assets;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Director.Infrastructure.Persistence.Configurations;

/// <summary>
/// The one table. The pick's constraints (live_parent_id, its unique index and its foreign key) are SQL in the migration:
/// modelled as a principal key EF would make parent_id required and moving impossible.
/// </summary>
internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> b)
    {
        b.ToTable("assets");
        b.HasKey(a => new { a.WorkspaceId, a.Id });
        b.Property(a => a.Id).ValueGeneratedNever();
        b.HasOne<Workspace>().WithMany().HasForeignKey(a => a.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Asset>().WithMany().HasForeignKey(a => new { a.WorkspaceId, a.ParentId }).HasPrincipalKey(a => new { a.WorkspaceId, a.Id }).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Asset>().WithMany().HasForeignKey(a => new { a.WorkspaceId, a.RootId }).HasPrincipalKey(a => new { a.WorkspaceId, a.Id }).OnDelete(DeleteBehavior.Restrict);
        b.Property(a => a.Type).HasMaxLength(60);
        b.Property(a => a.Name).HasMaxLength(AssetLimits.Name);
        b.Property(a => a.Description).HasMaxLength(AssetLimits.Description);
        b.Property(a => a.ExternalId).HasMaxLength(AssetLimits.ExternalId);
        b.Property(a => a.Status).HasMaxLength(AssetLimits.Status);
        b.Property(a => a.Source).HasMaxLength(AssetLimits.Source);
        b.Property(a => a.ImportKey).HasMaxLength(200);
        b.Property(a => a.Code).HasMaxLength(AssetLimits.Code);
        b.Property(a => a.Position).HasMaxLength(300).UseCollation("C");
        b.Property(a => a.Metadata).HasColumnType("jsonb");
        b.Property(a => a.CostCurrency).HasMaxLength(3);
        b.Property(a => a.Verdict).HasMaxLength(20);
        b.Property(a => a.SelectedReason).HasMaxLength(AssetLimits.Reason);
        b.Property<string>("detailsJson").HasColumnName("details").HasColumnType("jsonb");
        b.Property<int>("detailsVersion").HasColumnName("details_version");
        b.Ignore(a => a.Details);
        b.Ignore(a => a.IsLive);
        b.ComplexProperty(a => a.Media, m =>
        {
            m.Property(x => x.ContentType).HasColumnName("media_content_type").HasMaxLength(120);
            m.Property(x => x.Size).HasColumnName("media_size");
            m.Property(x => x.Sha256).HasColumnName("media_sha256").HasMaxLength(64);
            m.Property(x => x.Width).HasColumnName("media_width");
            m.Property(x => x.Height).HasColumnName("media_height");
            m.Property(x => x.DurationMs).HasColumnName("media_duration_ms");
            m.Property(x => x.FrameRate).HasColumnName("media_frame_rate").HasMaxLength(40);
        });

        b.HasIndex(a => new { a.WorkspaceId, a.RootId, a.Type, a.Position }).HasDatabaseName("ix_assets_tree");
        b.HasIndex(a => new { a.WorkspaceId, a.ParentId, a.Type, a.Position }).HasDatabaseName("ix_assets_children");
        b.HasIndex(a => new { a.WorkspaceId, a.ParentId, a.Number }).IsUnique().HasFilter("number is not null").HasDatabaseName("ux_assets_number");
        b.HasIndex(a => new { a.WorkspaceId, a.RootId, a.Code }).IsUnique().HasFilter("code is not null and deleted_at is null and deleted_with is null").HasDatabaseName("ux_assets_code");
        b.HasIndex(a => new { a.WorkspaceId, a.Type, a.ExternalId }).IsUnique().HasFilter("external_id is not null").HasDatabaseName("ux_assets_external_id");
        b.HasIndex(a => new { a.WorkspaceId, a.Type, a.CreatedAt, a.Id }).HasFilter("deleted_at is null and deleted_with is null").HasDatabaseName("ix_assets_listed");
        b.HasIndex(a => new { a.WorkspaceId, a.DeletedWith }).HasFilter("deleted_with is not null").HasDatabaseName("ix_assets_deleted_with");
    }
}
