using Director.Domain.Assets;
using Director.Domain.Notes;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Director.Infrastructure.Persistence.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> b)
    {
        b.ToTable("invitations");
        b.HasKey(i => new { i.WorkspaceId, i.Id });
        b.Property(i => i.Id).ValueGeneratedNever();
        b.Property(i => i.Role).HasMaxLength(20);
        b.Property(i => i.Email).HasMaxLength(Invitation.MaxEmail);
        b.HasOne<Workspace>().WithMany().HasForeignKey(i => i.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShareLinkConfiguration : IEntityTypeConfiguration<ShareLink>
{
    public void Configure(EntityTypeBuilder<ShareLink> b)
    {
        b.ToTable("share_links");
        b.HasKey(l => new { l.WorkspaceId, l.Id });
        b.Property(l => l.Id).ValueGeneratedNever();
        b.Property(l => l.Name).HasMaxLength(AssetLimits.Name);
        b.Property(l => l.PassphraseHash).HasMaxLength(300);
        b.HasOne<Workspace>().WithMany().HasForeignKey(l => l.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShareLinkItemConfiguration : IEntityTypeConfiguration<ShareLinkItem>
{
    public void Configure(EntityTypeBuilder<ShareLinkItem> b)
    {
        b.ToTable("share_link_items");
        b.HasKey(i => new { i.WorkspaceId, i.LinkId, i.AssetId });
        b.HasIndex(i => new { i.WorkspaceId, i.AssetId }).HasDatabaseName("ix_share_link_items_asset");
        b.HasOne<ShareLink>().WithMany().HasForeignKey(i => new { i.WorkspaceId, i.LinkId }).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Asset>().WithMany().HasForeignKey(i => new { i.WorkspaceId, i.AssetId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ShareGuestConfiguration : IEntityTypeConfiguration<ShareGuest>
{
    public void Configure(EntityTypeBuilder<ShareGuest> b)
    {
        b.ToTable("share_link_guests");
        b.HasKey(g => new { g.WorkspaceId, g.Id });
        b.Property(g => g.Id).ValueGeneratedNever();
        b.Property(g => g.Name).HasMaxLength(ShareGuest.MaxName);
        b.Property(g => g.Address).HasMaxLength(120);
        b.HasIndex(g => new { g.WorkspaceId, g.LinkId }).HasDatabaseName("ix_share_link_guests_link");
        b.HasOne<ShareLink>().WithMany().HasForeignKey(g => new { g.WorkspaceId, g.LinkId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ShareVisitConfiguration : IEntityTypeConfiguration<ShareVisit>
{
    public void Configure(EntityTypeBuilder<ShareVisit> b)
    {
        b.ToTable("share_link_visits");
        b.HasKey(v => new { v.WorkspaceId, v.Id });
        b.Property(v => v.Id).ValueGeneratedNever();
        b.Property(v => v.What).HasMaxLength(20);
        b.Property(v => v.Address).HasMaxLength(120);
        b.HasIndex(v => new { v.WorkspaceId, v.LinkId, v.LastAt }).HasDatabaseName("ix_share_link_visits_link");
        b.HasIndex(v => new { v.WorkspaceId, v.GuestId, v.What, v.AssetId }).IsUnique().AreNullsDistinct(false).HasDatabaseName("ux_share_link_visits_once");
        b.HasOne<ShareLink>().WithMany().HasForeignKey(v => new { v.WorkspaceId, v.LinkId }).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<ShareGuest>().WithMany().HasForeignKey(v => new { v.WorkspaceId, v.GuestId }).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Asset>().WithMany().HasForeignKey(v => new { v.WorkspaceId, v.AssetId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoteConfiguration : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> b)
    {
        b.ToTable("notes");
        b.HasKey(n => new { n.WorkspaceId, n.Id });
        b.Property(n => n.Id).ValueGeneratedNever();
        b.Property(n => n.Text).HasMaxLength(Note.MaxText);
        b.Property(n => n.Drawing).HasColumnType("jsonb");
        b.Property(n => n.AuthorName).HasMaxLength(300);
        b.HasIndex(n => new { n.WorkspaceId, n.TakeId, n.FrameIn, n.Id }).HasDatabaseName("ix_notes_take");
        b.HasOne<Asset>().WithMany().HasForeignKey(n => new { n.WorkspaceId, n.TakeId }).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<ShareLink>().WithMany().HasForeignKey(n => new { n.WorkspaceId, n.ShareLinkId }).OnDelete(DeleteBehavior.Restrict);
    }
}
