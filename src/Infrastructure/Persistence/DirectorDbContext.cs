using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Notes;
using Director.Domain.Relationships;
using Director.Domain.Sharing;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence.Activity;
using Director.Infrastructure.Persistence.Idempotency;
using Director.Infrastructure.Storage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Director.Infrastructure.Persistence;

/// <summary>Everything Director keeps, seen from one workspace.</summary>
public sealed class DirectorDbContext(DbContextOptions<DirectorDbContext> options, ICaller caller)
    : IdentityUserContext<DirectorUser, Guid>(options)
{
    /// <summary>Assets of every type.</summary>
    public DbSet<Asset> Assets => Set<Asset>();
    /// <summary>The reference graph.</summary>
    public DbSet<AssetRelationship> Relationships => Set<AssetRelationship>();
    /// <summary>Collections.</summary>
    public DbSet<AssetCollection> Collections => Set<AssetCollection>();
    /// <summary>Places in collections.</summary>
    public DbSet<AssetCollectionMember> CollectionMembers => Set<AssetCollectionMember>();
    /// <summary>Tags.</summary>
    public DbSet<Tag> Tags => Set<Tag>();
    /// <summary>Tags on assets.</summary>
    public DbSet<AssetTag> AssetTags => Set<AssetTag>();
    /// <summary>The directory of workspaces.</summary>
    public DbSet<Workspace> Workspaces => Set<Workspace>();
    /// <summary>Who belongs to which workspace.</summary>
    public DbSet<WorkspaceMember> Members => Set<WorkspaceMember>();
    internal DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    /// <summary>Signed-in sessions.</summary>
    public DbSet<UserSession> Sessions => Set<UserSession>();
    internal DbSet<Invitation> Invitations => Set<Invitation>();
    internal DbSet<ShareLink> ShareLinks => Set<ShareLink>();
    internal DbSet<ShareLinkItem> ShareLinkItems => Set<ShareLinkItem>();
    internal DbSet<ShareGuest> ShareGuests => Set<ShareGuest>();
    internal DbSet<Note> Notes => Set<Note>();
    internal DbSet<ActivityRow> Activity => Set<ActivityRow>();
    internal DbSet<Blob> Blobs => Set<Blob>();
    internal DbSet<IdempotencyRow> IdempotencyKeys => Set<IdempotencyRow>();
    internal DbSet<FilmRevision> FilmRevisions => Set<FilmRevision>();

    internal DbSet<UserTotp> Totps => Set<UserTotp>();
    internal DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>The tenant that the query filters name; nobody's when there is none.</summary>
    public WorkspaceId CurrentWorkspace => caller.WorkspaceId ?? default;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DirectorDbContext).Assembly);
        builder.Entity<Asset>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<AssetRelationship>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<AssetCollection>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<AssetCollectionMember>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<Tag>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<AssetTag>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<ActivityRow>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<Blob>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<IdempotencyRow>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<FilmRevision>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<Invitation>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<ShareLink>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<ShareLinkItem>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<ShareGuest>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<ShareVisit>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<Note>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<ApiKey>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<GenerationRun>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<WorkspaceBudget>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
        builder.Entity<GenerationAttempt>().HasQueryFilter(a => a.WorkspaceId == CurrentWorkspace);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Typed<WorkspaceId>();
        Typed<UserId>();
        Typed<AssetId>();
        Typed<RelationshipId>();
        Typed<CollectionId>();
        Typed<TagId>();
        Typed<GenerationId>();
        Typed<AttemptId>();
        Typed<InvitationId>();
        Typed<ShareLinkId>();
        Typed<NoteId>();
        Typed<ApiKeyId>();
        configurationBuilder.Properties<AssetType>().HaveConversion<AssetTypeConverter>();
        configurationBuilder.Properties<RelationshipKind>().HaveConversion<RelationshipKindConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(19, 6);

        void Typed<T>() where T : struct, ITypedId => configurationBuilder.Properties<T>().HaveConversion<TypedIdConverter<T>>();
    }

    private sealed class TypedIdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => TypedIds.Make<T>(value)) where T : struct, ITypedId;

    private sealed class AssetTypeConverter() : ValueConverter<AssetType, string>(t => t.Slug, s => AssetTypes.Get(s));

    private sealed class RelationshipKindConverter() : ValueConverter<RelationshipKind, string>(k => k.Slug, s => RelationshipKind.All.First(k => k.Slug == s));
}

/// <summary>Makes typed ids from bare values: one compiled constructor per type.</summary>
internal static class TypedIds
{
    internal static T Make<T>(Guid value) where T : struct, ITypedId => Maker<T>.Make(value);

    private static class Maker<T> where T : struct, ITypedId
    {
        public static readonly Func<Guid, T> Make = Compile();

        private static Func<Guid, T> Compile()
        {
            var value = System.Linq.Expressions.Expression.Parameter(typeof(Guid));
            return System.Linq.Expressions.Expression.Lambda<Func<Guid, T>>(
                System.Linq.Expressions.Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, value), value).Compile();
        }
    }
}
