using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Director.Architecture.Tests;

/// <summary>Tenant keys, by construction: every tenant table's keys and unique indexes begin with the workspace.</summary>
public sealed class TenancyTests
{
    /// <summary>The directory: people and workspaces themselves, which stand above any one workspace.</summary>
    private static readonly string[] Directory = ["workspaces", "erased_workspaces", "users", "user_claims", "user_logins", "user_tokens", "user_sessions", "user_passkeys", "user_totp", "user_recovery_codes"];

    private static readonly IModel Model = new DesignTimeFactory().CreateDbContext([]).Model;

    private static IEnumerable<IEntityType> TenantEntities => Model.GetEntityTypes().Where(e => !Directory.Contains(e.GetTableName()));

    [Fact]
    public void Every_tenant_table_has_the_workspace_first_in_its_key()
    {
        TenantEntities.Should().NotBeEmpty();
        foreach (var entity in TenantEntities)
            entity.FindPrimaryKey()!.Properties[0].ClrType.Should().Be<WorkspaceId>(because: entity.GetTableName());
    }

    [Fact]
    public void Every_unique_index_of_a_tenant_table_begins_with_the_workspace()
    {
        foreach (var index in TenantEntities.SelectMany(e => e.GetIndexes()).Where(i => i.IsUnique))
            index.Properties[0].ClrType.Should().Be<WorkspaceId>(because: index.GetDatabaseName());
    }

    [Fact]
    public void Every_foreign_key_between_tenant_tables_carries_the_workspace()
    {
        foreach (var key in TenantEntities.SelectMany(e => e.GetForeignKeys()))
            key.Properties[0].ClrType.Should().Be<WorkspaceId>(because: key.GetConstraintName());
    }

    [Fact]
    public void Every_tenant_entity_is_filtered_by_the_workspace()
    {
        foreach (var entity in TenantEntities.Where(e => e.ClrType != typeof(WorkspaceMember)))
            entity.GetDeclaredQueryFilters().Should().NotBeEmpty(because: entity.GetTableName());
    }
}
