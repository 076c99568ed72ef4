using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Director.Infrastructure.Persistence.Configurations;

/// <summary>Claims, leases and the words that a text is found by are the statements' own affair (<c>content.sql</c>).</summary>
internal sealed class ExtractionConfiguration : IEntityTypeConfiguration<Extraction>
{
    public void Configure(EntityTypeBuilder<Extraction> b)
    {
        b.ToTable("extractions");
        b.HasKey(e => new { e.WorkspaceId, e.Id });
        b.Property(e => e.Id).ValueGeneratedNever();
        b.Property(e => e.Status).HasConversion<EnumNames<ExtractionStatus>>().HasMaxLength(20);
        b.Property(e => e.SourceKind).HasConversion<EnumNames<SourceKind>>().HasMaxLength(20);
        b.Property(e => e.Cause).HasConversion<EnumNames<ExtractionCause>>().HasMaxLength(20);
        b.Property(e => e.SourceUrl).HasMaxLength(DetailLimits.Url);
        b.Property(e => e.FileName).HasMaxLength(ExtractionLimits.FileName);
        b.Property(e => e.FileSha256).HasMaxLength(64);
        b.Property(e => e.Title).HasMaxLength(ExtractionLimits.Title);
        b.Property(e => e.Language).HasMaxLength(ExtractionLimits.Language);
        b.Property(e => e.TextSha256).HasMaxLength(64);
        b.Property(e => e.Message).HasMaxLength(ExtractionLimits.Message);
        b.Property(e => e.WishedTags).HasColumnType("text[]");
        b.HasOne<Workspace>().WithMany().HasForeignKey(e => e.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Asset>().WithMany().HasForeignKey(e => new { e.WorkspaceId, e.AssetId }).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(e => new { e.WorkspaceId, e.CreatedAt, e.Id }).HasDatabaseName("ix_extractions_recent");
        b.HasIndex(e => new { e.WorkspaceId, e.TextSha256 }).HasDatabaseName("ix_extractions_text");
        b.HasIndex(e => new { e.WorkspaceId, e.SourceUrl }).HasDatabaseName("ix_extractions_url");
        b.HasIndex(e => new { e.WorkspaceId, e.FileSha256 }).HasDatabaseName("ix_extractions_file");
        b.HasIndex(e => new { e.WorkspaceId, e.AssetId }).HasDatabaseName("ix_extractions_asset");
        b.HasIndex(e => new { e.WorkspaceId, e.Id }).HasFilter("ended_at is null").HasDatabaseName("ix_extractions_waiting");
    }
}
