using Director.Application.Interchange.Cuts;
using Director.Application.Interchange.Screenplays;
using Director.Infrastructure.Interchange.Fdx;
using Director.Infrastructure.Interchange.Fountain;
using Director.Infrastructure.Interchange.Otio;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Interchange;

/// <summary>Registers the formats that scripts come in and edits leave by.</summary>
internal static class InterchangeRegistration
{
    internal static IServiceCollection AddInterchange(this IServiceCollection services) => services
        .AddSingleton<IScreenplayReader, FountainReader>()
        .AddSingleton<IScreenplayReader, FdxReader>()
        .AddSingleton<ICutWriter, OtioWriter>()
        .AddSingleton<Application.Events.IEventWriter, Record.CsvEventWriter>()
        .AddSingleton<Application.Events.IEventWriter, Record.JsonLinesEventWriter>()
        .AddScoped<Application.Events.IRecordReader, Persistence.Queries.RecordReader>();
}
