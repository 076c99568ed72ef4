using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;

namespace Director.Domain.Workspaces;

/// <summary>A crew's own space. Nothing in it can meet another crew's.</summary>
public sealed partial class Workspace
{
    /// <summary>Characters in a slug.</summary>
    public const int MaxSlug = 60;

    /// <summary>What is counted in when nobody says otherwise.</summary>
    public const string DefaultCurrency = "USD";

    private Workspace(WorkspaceId id, string name, string slug) => (Id, Name, Slug) = (id, name, slug);

    /// <summary>Its id.</summary>
    public WorkspaceId Id { get; private set; }
    /// <summary>For people.</summary>
    public string Name { get; private set; }
    /// <summary>For URLs and headers: lower-case letters, digits and dashes, unique on the server.</summary>
    public string Slug { get; private set; }
    /// <summary>ISO 4217; every sum of the workspace is in it.</summary>
    public string Currency { get; private set; } = DefaultCurrency;
    /// <summary>The most bytes that its files may take; null: no limit.</summary>
    public long? StorageQuotaBytes { get; private set; }
    /// <summary>What a month may cost, in <see cref="Currency"/>; null: no limit.</summary>
    public decimal? MonthlyBudget { get; private set; }
    /// <summary>How the shots of new films get their codes; null: Director's own way.</summary>
    public string? ShotCodeScheme { get; private set; }
    /// <summary>Pictures a second of new films; null: 24.</summary>
    public string? DefaultFrameRate { get; private set; }
    /// <summary>The shape of new films; null: 16:9.</summary>
    public string? DefaultAspectRatio { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Since when it can only be looked at; null while it is worked in.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }
    /// <summary>Raised by every change.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Makes a workspace; its slug comes from its name.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">For people.</param>
    /// <param name="now">Creation.</param>
    /// <param name="currency">ISO 4217; null: <see cref="DefaultCurrency"/>.</param>
    /// <param name="nameField">What a refusal calls the name.</param>
    public static Result<Workspace> Create(WorkspaceId id, string? name, DateTimeOffset now, string? currency = null, string nameField = "workspaceName")
    {
        if (CheckName(name, nameField) is { } unfit) return unfit;
        if (currency is not null && CheckCurrency(currency) is { } unknown) return unknown;
        return new Workspace(id, name!.Trim(), SlugOf(name)) { CreatedAt = now, Currency = currency ?? DefaultCurrency };
    }

    /// <summary>Takes a slug that is free, made out of its own by <see cref="SlugVariant"/>.</summary>
    public void CallItself(string slug) => Slug = slug;

    /// <summary>A slug with a number behind it that still fits: the second of one name is <c>name-2</c>.</summary>
    public static string SlugVariant(string slug, int number)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return slug[..Math.Min(slug.Length, MaxSlug - ending.Length)].TrimEnd('-') + ending;
    }

    /// <summary>Refuses when the caller saw another version; null when it did not say or saw this one.</summary>
    public Error? EnsureVersion(long? seen) => seen is { } v && v != Version ? WorkspaceErrors.Stale(v, Version) : null;

    /// <summary>Changes what is mentioned, all or nothing.</summary>
    /// <param name="change">What.</param>
    /// <param name="hasCosts">Whether anything in it has cost money yet.</param>
    public Result<Done> Change(WorkspaceChange change, bool hasCosts)
    {
        if (ArchivedAt is not null) return WorkspaceErrors.Archived;
        var faults = Check(change).ToList();
        if (faults.Count > 0) return Error.Of(faults);
        if (change.Currency is { Given: true, Value: var currency } && currency != Currency && hasCosts) return WorkspaceErrors.CurrencyFixed;

        var before = (Name, Slug, Currency, StorageQuotaBytes, MonthlyBudget, ShotCodeScheme, DefaultFrameRate, DefaultAspectRatio);
        if (change.Name.Given) Name = change.Name.Value!.Trim();
        if (change.Slug.Given) Slug = change.Slug.Value!;
        if (change.Currency.Given) Currency = change.Currency.Value!;
        if (change.StorageQuotaBytes.Given) StorageQuotaBytes = change.StorageQuotaBytes.Value;
        if (change.MonthlyBudget.Given) MonthlyBudget = change.MonthlyBudget.Value;
        if (change.ShotCodeScheme.Given) ShotCodeScheme = change.ShotCodeScheme.Value;
        if (change.DefaultFrameRate.Given) DefaultFrameRate = change.DefaultFrameRate.Value;
        if (change.DefaultAspectRatio.Given) DefaultAspectRatio = change.DefaultAspectRatio.Value;
        if (before != (Name, Slug, Currency, StorageQuotaBytes, MonthlyBudget, ShotCodeScheme, DefaultFrameRate, DefaultAspectRatio)) Version++;
        return Done.Ok;
    }

    /// <summary>Puts it away: from now on it can only be looked at.</summary>
    public void Archive(DateTimeOffset now)
    {
        if (ArchivedAt is not null) return;
        ArchivedAt = now;
        Version++;
    }

    /// <summary>Takes it out again.</summary>
    public void Unarchive()
    {
        if (ArchivedAt is null) return;
        ArchivedAt = null;
        Version++;
    }

    /// <summary>Whether it may be deleted for good; null when it may.</summary>
    /// <param name="slug">What whoever deletes it has to repeat.</param>
    public Error? CheckDeleting(string? slug) =>
        ArchivedAt is null ? WorkspaceErrors.NotArchived : slug != Slug ? WorkspaceErrors.SlugNotRepeated : null;

    private static IEnumerable<FieldFault> Check(WorkspaceChange c)
    {
        if (c.Name.Given && CheckName(c.Name.Value, "name") is { } name) yield return name.Fields[0];
        if (c.Slug.Given && !IsSlug(c.Slug.Value)) yield return new FieldFault("slug", $"A slug has 1 to {MaxSlug} lower-case letters, digits and single dashes between them, and is no id.");
        if (c.Currency.Given && CheckCurrency(c.Currency.Value) is { } currency) yield return currency.Fields[0];
        if (c.StorageQuotaBytes is { Given: true, Value: < 0 }) yield return new FieldFault("settings.storageQuotaBytes", "A quota is 0 bytes or more.");
        if (c.MonthlyBudget is { Given: true, Value: < 0 or > 9_999_999_999_999m }) yield return new FieldFault("settings.monthlyBudget", "A budget is an amount of 0 or more.");
        if (c.ShotCodeScheme is { Given: true, Value: { } scheme } && !Films.ShotCodeScheme.TryParse(scheme, out _))
            yield return new FieldFault("settings.shotCodeScheme", "A shot code scheme is a prefix with zeros for the number, such as SH{0000}, or slate.");
        if (c.DefaultFrameRate is { Given: true, Value: { } rate } && !FrameRate.TryParse(rate, out _))
            yield return new FieldFault("settings.defaultFrameRate", "A frame rate is a number or a rational, such as 24, 23.976 or 24000/1001.");
        if (c.DefaultAspectRatio is { Given: true, Value: { } shape } && !AspectRatio.TryParse(shape, out _))
            yield return new FieldFault("settings.defaultAspectRatio", "An aspect ratio is width to height, such as 16:9 or 2.39:1.");
    }

    private static Error? CheckName(string? name, string field) =>
        string.IsNullOrWhiteSpace(name) || name.Length > AssetLimits.Name || name.Any(char.IsControl)
            ? Error.Field(field, $"A workspace needs a name of at most {AssetLimits.Name} characters.") : null;

    private static Error? CheckCurrency(string? currency) =>
        currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper) ? null : Error.Field("currency", "A currency is its three capital letters (ISO 4217), such as EUR.");

    /// <summary>An id among slugs would make a header that names either ambiguous.</summary>
    private static bool IsSlug(string? slug) => slug is { Length: > 0 and <= MaxSlug } && SlugShape().IsMatch(slug) && !Guid.TryParse(slug, out _);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugShape();

    private static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == MaxSlug) break;
        }

        var trimmed = slug.ToString().Trim('-');
        return IsSlug(trimmed) ? trimmed : "workspace";
    }
}
