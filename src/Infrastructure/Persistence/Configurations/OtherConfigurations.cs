using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Collections;
using Director.Domain.Relationships;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence.Activity;
using Director.Infrastructure.Persistence.Idempotency;
using Director.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Director.Infrastructure.Persistence.Configurations;

internal sealed class RelationshipConfiguration : IEntityTypeConfiguration<AssetRelationship>
{
    public void Configure(EntityTypeBuilder<AssetRelationship> b)
    {
        b.ToTable("asset_relationships");
        b.HasKey(r => new { r.WorkspaceId, r.Id });
        b.Property(r => r.Id).ValueGeneratedNever();
        b.Property(r => r.Kind).HasMaxLength(40);
        b.Property(r => r.Metadata).HasColumnType("jsonb");
        b.HasIndex(r => new { r.WorkspaceId, r.ParentId, r.ChildId, r.Kind }).IsUnique().HasDatabaseName("ux_asset_relationships_ends");
        b.HasIndex(r => new { r.WorkspaceId, r.ChildId, r.Kind }).HasDatabaseName("ix_asset_relationships_child");
        b.HasOne<Asset>().WithMany().HasForeignKey(r => new { r.WorkspaceId, r.ParentId }).HasPrincipalKey(a => new { a.WorkspaceId, a.Id }).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Asset>().WithMany().HasForeignKey(r => new { r.WorkspaceId, r.ChildId }).HasPrincipalKey(a => new { a.WorkspaceId, a.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<AssetCollection>
{
    public void Configure(EntityTypeBuilder<AssetCollection> b)
    {
        b.ToTable("asset_collections");
        b.HasKey(c => new { c.WorkspaceId, c.Id });
        b.Property(c => c.Id).ValueGeneratedNever();
        b.Property(c => c.Name).HasMaxLength(AssetLimits.Name);
        b.Property(c => c.Kind).HasMaxLength(40);
        b.HasOne<Workspace>().WithMany().HasForeignKey(c => c.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<AssetCollection>().WithMany().HasForeignKey(c => new { c.WorkspaceId, c.ParentId }).HasPrincipalKey(c => new { c.WorkspaceId, c.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CollectionMemberConfiguration : IEntityTypeConfiguration<AssetCollectionMember>
{
    public void Configure(EntityTypeBuilder<AssetCollectionMember> b)
    {
        b.ToTable("asset_collection_members");
        b.HasKey(m => new { m.WorkspaceId, m.CollectionId, m.AssetId });
        b.HasIndex(m => new { m.WorkspaceId, m.AssetId }).HasDatabaseName("ix_asset_collection_members_asset");
        b.HasOne<AssetCollection>().WithMany().HasForeignKey(m => new { m.WorkspaceId, m.CollectionId }).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Asset>().WithMany().HasForeignKey(m => new { m.WorkspaceId, m.AssetId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> b)
    {
        b.ToTable("tags");
        b.HasKey(t => new { t.WorkspaceId, t.Id });
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Name).HasMaxLength(Tag.MaxName);
        b.Property(t => t.Category).HasMaxLength(Tag.MaxCategory);
        b.Property(t => t.Colour).HasMaxLength(7);
        b.HasOne<Workspace>().WithMany().HasForeignKey(t => t.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssetTagConfiguration : IEntityTypeConfiguration<AssetTag>
{
    public void Configure(EntityTypeBuilder<AssetTag> b)
    {
        b.ToTable("asset_tags");
        b.HasKey(t => new { t.WorkspaceId, t.AssetId, t.TagId });
        b.HasIndex(t => new { t.WorkspaceId, t.TagId }).HasDatabaseName("ix_asset_tags_tag");
        b.HasOne<Asset>().WithMany().HasForeignKey(t => new { t.WorkspaceId, t.AssetId }).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Tag>().WithMany().HasForeignKey(t => new { t.WorkspaceId, t.TagId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WorkspaceConfiguration : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> b)
    {
        b.ToTable("workspaces");
        b.HasKey(w => w.Id);
        b.Property(w => w.Id).ValueGeneratedNever();
        b.Property(w => w.Name).HasMaxLength(AssetLimits.Name);
        b.Property(w => w.Slug).HasMaxLength(Workspace.MaxSlug);
        b.Property(w => w.Currency).HasMaxLength(3);
        b.Property(w => w.ShotCodeScheme).HasMaxLength(DetailLimits.Word);
        b.Property(w => w.DefaultFrameRate).HasMaxLength(DetailLimits.Word);
        b.Property(w => w.DefaultAspectRatio).HasMaxLength(DetailLimits.Word);
        b.Property(w => w.Version).HasDefaultValue(1L);
        b.HasIndex(w => w.Slug).IsUnique().HasDatabaseName("ux_workspaces_slug");
    }
}

internal sealed class WorkspaceMemberConfiguration : IEntityTypeConfiguration<WorkspaceMember>
{
    public void Configure(EntityTypeBuilder<WorkspaceMember> b)
    {
        b.ToTable("workspace_members");
        b.HasKey(m => new { m.WorkspaceId, m.UserId });
        b.Property(m => m.Role).HasMaxLength(20);
        b.HasIndex(m => m.UserId).HasDatabaseName("ix_workspace_members_user");
        b.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<ActivityRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> b)
    {
        b.ToTable("activity");
        b.HasKey(a => new { a.WorkspaceId, a.Id });
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Tx).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()").ValueGeneratedOnAdd();
        b.Property(a => a.Seq).UseIdentityAlwaysColumn();
        b.Property(a => a.ActorKind).HasMaxLength(20);
        b.Property(a => a.ActorName).HasMaxLength(300);
        b.Property(a => a.Kind).HasMaxLength(80);
        b.Property(a => a.SubjectType).HasMaxLength(60);
        b.Property(a => a.Before).HasColumnType("jsonb");
        b.Property(a => a.After).HasColumnType("jsonb");
        b.Property(a => a.RequestId).HasMaxLength(120);
        b.Property(a => a.Origin).HasMaxLength(120);
        b.HasIndex(a => new { a.WorkspaceId, a.Tx, a.Seq }).HasDatabaseName("ix_activity_order");
        b.HasIndex(a => new { a.WorkspaceId, a.SubjectId, a.Tx, a.Seq }).HasDatabaseName("ix_activity_subject");
        b.HasIndex(a => new { a.WorkspaceId, a.RootId, a.Tx, a.Seq }).HasFilter("root_id is not null").HasDatabaseName("ix_activity_root");
        b.HasOne<Workspace>().WithMany().HasForeignKey(a => a.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FilmRevisionConfiguration : IEntityTypeConfiguration<FilmRevision>
{
    public void Configure(EntityTypeBuilder<FilmRevision> b)
    {
        b.ToTable("film_revisions");
        b.HasKey(r => new { r.WorkspaceId, r.FilmId });
        b.HasOne<Asset>().WithMany().HasForeignKey(r => new { r.WorkspaceId, r.FilmId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BlobConfiguration : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> b)
    {
        b.ToTable("blobs");
        b.HasKey(x => new { x.WorkspaceId, x.Sha256 });
        b.Property(x => x.Sha256).HasMaxLength(64);
        b.Property(x => x.ContentType).HasMaxLength(120);
        b.HasOne<Workspace>().WithMany().HasForeignKey(x => x.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdempotencyConfiguration : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> b)
    {
        b.ToTable("idempotency_keys");
        b.HasKey(k => new { k.WorkspaceId, k.UserId, k.Operation, k.Key });
        b.Property(k => k.Operation).HasMaxLength(80);
        b.Property(k => k.Key).HasMaxLength(200);
        b.HasIndex(k => new { k.WorkspaceId, k.CreatedAt }).HasDatabaseName("ix_idempotency_keys_age");
        b.HasOne<Workspace>().WithMany().HasForeignKey(k => k.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
    }
}
