using System.Globalization;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>One step of one generation. Carries ids only; all state is in our own rows.</summary>
internal sealed class GenerationStep(GenerationWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        await worker.StepAsync(new WorkspaceId(Read(data[GenerationQueue.Workspace])), new GenerationId(Read(data[GenerationQueue.Generation])), cancellationToken);
    }

    private static Guid Read(object? value) => Guid.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
