using Director.Domain.Workspaces;

namespace Director.Infrastructure.Jobs;

/// <summary>How many texts this process takes in at once: few, because reading takes memory, and of one workspace fewer, so that nobody waits for somebody else's pile.</summary>
internal sealed class ExtractionGate
{
    private const int Most = 4;
    private const int OfOneWorkspace = 2;

    private readonly Lock gate = new();
    private readonly Dictionary<WorkspaceId, int> inside = [];

    internal bool TryEnter(WorkspaceId workspace)
    {
        lock (gate)
        {
            var own = inside.GetValueOrDefault(workspace);
            if (own >= OfOneWorkspace || inside.Values.Sum() >= Most) return false;
            inside[workspace] = own + 1;
            return true;
        }
    }

    internal void Leave(WorkspaceId workspace)
    {
        lock (gate)
        {
            if (--inside[workspace] == 0) inside.Remove(workspace);
        }
    }
}
