using Director.Domain.Assets;
using Director.Domain.Workspaces;

namespace Director.Domain.UnitTests.Workspaces;

public sealed class WorkspaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Night Shift", "night-shift")]
    [InlineData("  Ça & là  ", "ca-la")]
    [InlineData("Ночь", "workspace")]
    [InlineData("0198c0de-0000-7000-8000-000000000001", "workspace")]
    public void A_slug_comes_from_the_name(string name, string slug) => Make(name).Slug.Should().Be(slug);

    [Theory]
    [InlineData("night-shift", 2, "night-shift-2")]
    [InlineData("123456789012345678901234567890123456789012345678901234567-90", 12, "123456789012345678901234567890123456789012345678901234567-12")]
    public void A_taken_slug_gets_a_number_and_still_fits(string slug, int number, string variant)
    {
        Workspace.SlugVariant(slug, number).Should().Be(variant).And.Subject.Length.Should().BeLessThanOrEqualTo(Workspace.MaxSlug);
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("two--dashes")]
    [InlineData("-edge")]
    [InlineData("line\n")]
    [InlineData("0198c0de-0000-7000-8000-000000000001")]
    [InlineData("")]
    public void What_is_no_slug_is_refused(string slug)
    {
        var workspace = Make("Night Shift");

        workspace.Change(new WorkspaceChange { Slug = slug }, false).Error!.Fields.Should().ContainSingle().Which.Path.Should().Be("slug");
        (workspace.Slug, workspace.Version).Should().Be(("night-shift", 1));
    }

    [Fact]
    public void The_currency_is_fixed_once_something_has_cost_money()
    {
        var workspace = Make("Night Shift");

        workspace.Change(new WorkspaceChange { Currency = "EUR" }, hasCosts: false).Succeeded.Should().BeTrue();
        workspace.Change(new WorkspaceChange { Currency = "EUR" }, hasCosts: true).Succeeded.Should().BeTrue("nothing changes");
        workspace.Change(new WorkspaceChange { Currency = "USD" }, hasCosts: true).Error.Should().Be(WorkspaceErrors.CurrencyFixed);
    }

    [Fact]
    public void Every_setting_that_does_not_fit_is_named_at_once()
    {
        var faults = Make("Night Shift").Change(new WorkspaceChange
        {
            StorageQuotaBytes = -1L,
            MonthlyBudget = -1m,
            ShotCodeScheme = "no zeros",
            DefaultFrameRate = "fast",
            DefaultAspectRatio = "wide",
            Currency = "euro",
        }, false).Error!.Fields.Select(f => f.Path);

        faults.Should().BeEquivalentTo("currency", "settings.storageQuotaBytes", "settings.monthlyBudget", "settings.shotCodeScheme", "settings.defaultFrameRate", "settings.defaultAspectRatio");
    }

    [Fact]
    public void What_is_archived_cannot_be_changed_and_only_that_can_be_deleted()
    {
        var workspace = Make("Night Shift");
        workspace.CheckDeleting("night-shift").Should().Be(WorkspaceErrors.NotArchived);

        workspace.Archive(Now);

        workspace.Change(new WorkspaceChange { Name = new Patch<string>(true, "Day Shift") }, false).Error.Should().Be(WorkspaceErrors.Archived);
        workspace.CheckDeleting("day-shift").Should().Be(WorkspaceErrors.SlugNotRepeated);
        workspace.CheckDeleting("night-shift").Should().BeNull();
        workspace.Unarchive();
        workspace.ArchivedAt.Should().BeNull();
    }

    private static Workspace Make(string name) => Workspace.Create(new WorkspaceId(Guid.Parse("0198c0de-0000-7000-8000-000000000001")), name, Now).Value;
}
