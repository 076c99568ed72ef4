using Director.Domain.Workspaces;

namespace Director.Domain.UnitTests.Workspaces;

public sealed class CrewTests
{
    private static readonly WorkspaceId Here = new(Guid.Parse("0198c0de-0000-7000-8000-000000000001"));
    private static readonly UserId Ada = User(1), Ben = User(2), Cy = User(3);

    [Fact]
    public void The_last_owner_cannot_leave_be_removed_or_become_less()
    {
        var crew = CrewOf((Ada, Roles.Owner), (Ben, Roles.Producer));

        crew.Remove(Ada, Ada, May(Roles.Owner)).Error.Should().Be(WorkspaceErrors.LastOwner);
        crew.ChangeRole(Ada, Roles.Viewer, May(Roles.Owner)).Error.Should().Be(WorkspaceErrors.LastOwner);
    }

    [Fact]
    public void One_of_two_owners_can_leave()
    {
        CrewOf((Ada, Roles.Owner), (Ben, Roles.Owner)).Remove(Ada, Ada, May(Roles.Owner)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public void Only_an_owner_makes_and_unmakes_owners()
    {
        var crew = CrewOf((Ada, Roles.Owner), (Ben, Roles.Owner), (Cy, Roles.Artist));

        crew.ChangeRole(Cy, Roles.Owner, May(Roles.Producer)).Error.Should().Be(WorkspaceErrors.OwnersOnly);
        crew.ChangeRole(Ada, Roles.Artist, May(Roles.Producer)).Error.Should().Be(WorkspaceErrors.OwnersOnly);
        crew.Remove(Ada, Cy, May(Roles.Producer)).Error.Should().Be(WorkspaceErrors.OwnersOnly);
        crew.ChangeRole(Cy, Roles.Owner, May(Roles.Owner)).Value.Role.Should().Be(Roles.Owner);
    }

    [Fact]
    public void Anybody_leaves_and_only_who_administers_removes_others()
    {
        var crew = CrewOf((Ada, Roles.Owner), (Ben, Roles.Viewer), (Cy, Roles.Director));

        crew.Remove(Ben, Ben, May(Roles.Viewer)).Succeeded.Should().BeTrue();
        crew.Remove(Ben, Cy, May(Roles.Director)).Error.Should().Be(WorkspaceErrors.NotYourCrew);
        crew.Remove(User(9), Ada, May(Roles.Owner)).Error.Should().Be(WorkspaceErrors.MemberNotFound);
    }

    [Fact]
    public void A_role_that_does_not_exist_is_refused() =>
        CrewOf((Ada, Roles.Owner), (Ben, Roles.Viewer)).ChangeRole(Ben, "king", May(Roles.Owner)).Error.Should().Be(WorkspaceErrors.UnknownRole);

    private static Crew CrewOf(params (UserId User, string Role)[] people) => new([.. people.Select(p => new WorkspaceMember(Here, p.User, p.Role))]);

    private static IReadOnlySet<Permission> May(string role) => Roles.PermissionsOf(role);

    private static UserId User(int n) => new(Guid.Parse($"0198c0de-0000-7000-8000-0000000001{n:00}"));
}
