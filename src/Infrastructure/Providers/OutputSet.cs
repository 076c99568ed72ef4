using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers;

/// <summary>Fetches the files of one result: all that can be had. When some are lost, those that arrived are kept; they were paid.</summary>
internal static class OutputSet
{
    internal static async Task<ProviderAnswer> FetchAsync(IReadOnlyList<string> files, Money cost, Func<string, Task<ProviderOutput>> fetch)
    {
        var outputs = new List<ProviderOutput>();
        ProviderRefusalException? lost = null;
        try
        {
            foreach (var file in files)
            {
                try
                {
                    outputs.Add(await fetch(file));
                }
                catch (ProviderRefusalException e)
                {
                    lost = e;
                }
            }
        }
        catch
        {
            foreach (var output in outputs) await output.DisposeAsync();
            throw;
        }

        return outputs.Count > 0 || lost is null ? new ProviderAnswer.Finished(outputs, cost) : new ProviderAnswer.Refused(lost.Failure, cost);
    }
}
