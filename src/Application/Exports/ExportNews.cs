using System.Text.Json;
using Director.Application.Common.Json;
using Director.Application.Common.Ports;

namespace Director.Application.Exports;

/// <summary>Tells everybody who looks at the film how its export fares.</summary>
internal sealed class ExportNews(IActivityLog activity)
{
    internal void Note(FilmExportDto export, FilmExportState state) => activity.Add("film", export.FilmId, export.FilmId,
        JsonSerializer.SerializeToElement(new { export = new { id = export.Id, state = export.State } }, AssetDetailsJson.Options),
        JsonSerializer.SerializeToElement(new { export = new { id = export.Id, state } }, AssetDetailsJson.Options));
}
