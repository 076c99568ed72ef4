using System.Text.Json;

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
}
