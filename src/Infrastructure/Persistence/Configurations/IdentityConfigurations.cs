using Director.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Director.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<DirectorUser>
{
    public void Configure(EntityTypeBuilder<DirectorUser> b)
    {
        b.ToTable("users");
        b.Property(u => u.Id).ValueGeneratedNever();
        b.Property(u => u.DisplayName).HasMaxLength(DirectorUser.MaxName);
    }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> b)
    {
        b.ToTable("user_sessions");
        b.Property(s => s.Id).ValueGeneratedNever();
        b.Property(s => s.Kind).HasMaxLength(20);
        b.Property(s => s.Address).HasMaxLength(60);
        b.Property(s => s.UserAgent).HasMaxLength(300);
        b.HasIndex(s => s.UserId);
        b.HasIndex(s => s.RefreshHash).IsUnique().HasFilter("refresh_hash is not null");
        b.HasOne<DirectorUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserTotpConfiguration : IEntityTypeConfiguration<UserTotp>
{
    public void Configure(EntityTypeBuilder<UserTotp> b)
    {
        b.ToTable("user_totp");
        b.HasKey(t => t.UserId);
        b.HasOne<DirectorUser>().WithOne().HasForeignKey<UserTotp>(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> b)
    {
        b.ToTable("user_recovery_codes");
        b.HasKey(c => new { c.UserId, c.Hash });
        b.HasOne<DirectorUser>().WithMany().HasForeignKey(c => c.UserId).HasConstraintName("fk_user_recovery_codes_users_user_id").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int LongestCredentialId = 1024; // WebAuthn level 3, section 4: a credential id has at most 1,023 bytes

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> b)
    {
        b.ToTable("user_passkeys");
        b.HasKey(p => p.CredentialId);
        b.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
        b.HasIndex(p => p.UserId);
        b.OwnsOne(p => p.Data, data => data.ToJson());
        b.HasOne<DirectorUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> b) => b.ToTable("user_claims");
}

internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> b) => b.ToTable("user_logins");
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> b) => b.ToTable("user_tokens");
}
