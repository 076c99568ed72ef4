using Director.Domain.Workspaces;
using static Director.Domain.Workspaces.Permission;

namespace Director.Domain.UnitTests.Workspaces;

/// <summary>The table of permissions and roles, written out once more: a cell that changes has to be changed here too.</summary>
public sealed class RolesTests
{
    [Theory]
    [InlineData(Look, "owner producer director artist reviewer viewer")]
    [InlineData(Review, "owner producer director artist reviewer")]
    [InlineData(Edit, "owner producer director artist")]
    [InlineData(Generate, "owner producer director artist")]
    [InlineData(Export, "owner producer director artist")]
    [InlineData(Select, "owner producer director")]
    [InlineData(Share, "owner producer director")]
    [InlineData(Administer, "owner producer")]
    [InlineData(Own, "owner")]
    public void A_permission_belongs_to_these_roles(Permission permission, string roles) =>
        Roles.All.Where(r => Roles.PermissionsOf(r).Contains(permission)).Should().Equal(roles.Split(' '));

    [Fact]
    public void Every_permission_stands_in_the_table_above() =>
        typeof(RolesTests).GetMethod(nameof(A_permission_belongs_to_these_roles))!.GetCustomAttributesData()
            .Where(a => a.AttributeType == typeof(InlineDataAttribute)).Select(a => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value)
            .Should().BeEquivalentTo(Enum.GetValues<Permission>().Select(p => (object)(int)p));

    [Fact]
    public void A_role_may_all_that_the_next_one_may()
    {
        foreach (var (more, less) in Roles.All.Zip(Roles.All.Skip(1)))
            Roles.PermissionsOf(less).Should().BeSubsetOf(Roles.PermissionsOf(more), "{0} stands above {1}", more, less);
    }

    [Theory]
    [InlineData("Owner")]
    [InlineData("admin")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_role_may_nothing(string? role)
    {
        Roles.Exists(role).Should().BeFalse();
        Roles.PermissionsOf(role ?? "").Should().BeEmpty();
    }
}
