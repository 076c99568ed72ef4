using System.Text.Json;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Generation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Director.Infrastructure.Persistence.Configurations;

internal sealed class GenerationRunConfiguration : IEntityTypeConfiguration<GenerationRun>
{
    public void Configure(EntityTypeBuilder<GenerationRun> b)
    {
        b.ToTable("generations");
        b.HasKey(g => new { g.WorkspaceId, g.Id });
        b.Property(g => g.Id).ValueGeneratedNever();
        b.Property(g => g.Status).HasConversion<EnumNames<GenerationStatus>>().HasMaxLength(20);
        b.Property(g => g.Makes).HasConversion<EnumNames<GenerationProduct>>().HasMaxLength(20);
        b.Property(g => g.PriceCurrency).HasMaxLength(3);
        b.Property(g => g.PriceRate).HasPrecision(24, 12);
        b.Property(g => g.FailureKind).HasConversion<EnumNames<FailureKind>>().HasMaxLength(30);
        b.Property(g => g.Provider).HasMaxLength(DetailLimits.Word);
        b.Property(g => g.Currency).HasMaxLength(3);
        b.Property(g => g.ExternalId).HasMaxLength(500);
        b.Property(g => g.Message).HasMaxLength(GenerationFailure.MaxMessage);
        b.Property<string>("recipeJson").HasColumnName("recipe").HasColumnType("jsonb");
        b.Ignore(g => g.Recipe);
        b.HasMany(g => g.Attempts).WithOne().HasForeignKey(a => new { a.WorkspaceId, a.GenerationId }).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(g => g.Attempts).HasField("attempts").UsePropertyAccessMode(PropertyAccessMode.Field);
        b.HasOne<Asset>().WithMany().HasForeignKey(g => new { g.WorkspaceId, g.ShotId }).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Asset>().WithMany().HasForeignKey(g => new { g.WorkspaceId, g.TakeId }).OnDelete(DeleteBehavior.Restrict);
        b.HasIndex(g => new { g.WorkspaceId, g.ShotId, g.Number }).IsUnique().HasDatabaseName("ux_generations_number");
        b.HasIndex(g => new { g.WorkspaceId, g.TakeId }).IsUnique().HasFilter("take_id is not null").HasDatabaseName("ux_generations_take");
        b.HasIndex(g => new { g.WorkspaceId, g.RootId, g.Id }).HasDatabaseName("ix_generations_root");
        b.HasIndex(g => new { g.WorkspaceId, g.Id }).HasFilter("ended_at is null").HasDatabaseName("ix_generations_pending");
    }
}

internal sealed class GenerationAttemptConfiguration : IEntityTypeConfiguration<GenerationAttempt>
{
    public void Configure(EntityTypeBuilder<GenerationAttempt> b)
    {
        b.ToTable("generation_attempts");
        b.HasKey(a => new { a.WorkspaceId, a.Id });
        b.Property(a => a.Id).ValueGeneratedNever();
        b.Property(a => a.Outcome).HasConversion<EnumNames<AttemptOutcome>>().HasMaxLength(20);
        b.Property(a => a.FailureKind).HasConversion<EnumNames<FailureKind>>().HasMaxLength(30);
        b.Property(a => a.ExternalId).HasMaxLength(500);
        b.Property(a => a.Message).HasMaxLength(GenerationFailure.MaxMessage);
        b.Property(a => a.CostCurrency).HasMaxLength(3);
        b.Property(a => a.ProviderCurrency).HasMaxLength(3);
        b.Property(a => a.ProviderRate).HasPrecision(24, 12);
        b.HasIndex(a => new { a.WorkspaceId, a.EndedAt }).IncludeProperties(a => a.CostAmount).HasDatabaseName("ix_generation_attempts_ended");
        b.HasIndex(a => new { a.WorkspaceId, a.GenerationId, a.Ordinal }).IsUnique().HasDatabaseName("ux_generation_attempts_ordinal");
    }
}

internal sealed class WorkspaceBudgetConfiguration : IEntityTypeConfiguration<WorkspaceBudget>
{
    public void Configure(EntityTypeBuilder<WorkspaceBudget> b)
    {
        b.ToTable("workspace_budgets");
        b.HasKey(w => w.WorkspaceId);
        b.HasOne<Director.Domain.Workspaces.Workspace>().WithOne().HasForeignKey<WorkspaceBudget>(w => w.WorkspaceId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Stores enumerations by the names they have on the wire.</summary>
internal sealed class EnumNames<T>() : ValueConverter<T, string>(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), s => Enum.Parse<T>(s, true)) where T : struct, Enum;
