using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Domain.Assets;

namespace Director.Application.Common.Ports;

/// <summary>Adds to the record what the change tracker cannot see: set-based statements and facts beside the rows.</summary>
public interface IActivityLog
{
    /// <summary>Adds one row to the current unit of work.</summary>
    /// <param name="subjectType">What it happened to: an asset type's slug, <c>relationship</c>, <c>tag</c>…</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="rootId">The film it belongs to, if any.</param>
    /// <param name="before">The touched fields as they were; null when it was created.</param>
    /// <param name="after">The touched fields as they are; null when it is gone.</param>
    void Add(string subjectType, Guid subjectId, Guid? rootId, JsonElement? before, JsonElement? after);

    /// <summary>Says that these trees show something else now, though none of their own rows changed.</summary>
    void Touch(IEnumerable<AssetId> roots);

    /// <summary>The fields that the record would keep of a thing the unit of work has loaded, as they are now.</summary>
    JsonObject FieldsOf(object entity);

    /// <summary>For one command that makes thousands of things: what it makes gets no row each; the command adds one that sums it up.</summary>
    void SummariseCreations();
}
