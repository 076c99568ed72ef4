using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Models;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Providers.ComfyUI;

/// <summary>The workflows: two that work on a fresh ComfyUI with any checkpoint, and the crew's own in <c>models/comfyui</c> below the data directory.</summary>
internal sealed class WorkflowFolder(DirectorSettings settings, ILogger<WorkflowFolder> log)
{
    private const string Prefix = "Director.Workflows.";

    internal IReadOnlyList<Workflow> Read()
    {
        var own = Own().ToList();
        return [.. own, .. BuiltIn().Where(b => own.TrueForAll(o => o.Name != b.Name))];
    }

    internal static IEnumerable<Workflow> BuiltIn()
    {
        var assembly = typeof(WorkflowFolder).Assembly;
        // The plainest first: it is the default.
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).OrderByDescending(n => n, StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<Workflow>(file, ModelCatalogue.Json)!;
        }
    }

    /// <summary>What does not fit in a workflow; null when all does.</summary>
    internal static string? Fault(Workflow workflow)
    {
        if (workflow.Graph[workflow.Output] is not JsonObject) return $"the output is node {workflow.Output}, and there is none";
        var loose = workflow.Bound().FirstOrDefault(b => (workflow.Graph[b.Node] as JsonObject)?["inputs"] is not JsonObject inputs || !inputs.ContainsKey(b.Input));
        return loose is not null ? $"node {loose.Node} has no input {loose.Input}"
            : workflow.References.FirstOrDefault(r => r is { Required: false }) is { } optional ? $"the reference at node {optional.Node} has to be required: a graph cannot leave an input empty"
            : ModelCatalogue.Fault(workflow.Model());
    }

    private IEnumerable<Workflow> Own()
    {
        var folder = Path.Combine(settings.ModelsDirectory, ComfyUIProvider.Name);
        if (!Directory.Exists(folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (ReadOne(path) is { } workflow) yield return workflow;
        }
    }

    private Workflow? ReadOne(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Workflow>(File.ReadAllBytes(path), ModelCatalogue.Json) ?? throw new JsonException("It is empty.");
            return Fault(read) is { } fault ? throw new JsonException(fault) : read;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The workflow {Path} is left out: {Reason:l}", path, e.Message);
            return null;
        }
    }
}
