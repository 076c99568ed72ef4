using System.Text.Json.Nodes;

namespace Director.Infrastructure.Providers.ComfyUI;

/// <summary>Puts what a recipe says into a workflow's nodes.</summary>
internal static class WorkflowFilling
{
    /// <summary>A copy of the graph with everything in its place.</summary>
    /// <param name="workflow">Which.</param>
    /// <param name="input">What to put where, under the names of <see cref="Workflow.Model"/>.</param>
    internal static JsonObject Fill(Workflow workflow, JsonObject input)
    {
        var graph = workflow.Graph.DeepClone().AsObject();
        Set(graph, workflow.Prompt, input["prompt"]);
        Set(graph, workflow.NegativePrompt, input["negativePrompt"]);
        Set(graph, workflow.Seed, input["seed"]);
        Set(graph, workflow.Width, input["width"]);
        Set(graph, workflow.Height, input["height"]);
        if (workflow.Frames is { } frames && input["seconds"] is { } seconds)
            Set(graph, frames, (int)Math.Round(decimal.Parse(seconds.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) * frames.PerSecond));
        for (var i = 0; i < workflow.References.Count; i++) Set(graph, workflow.References[i], input[FormattableString.Invariant($"reference{i}")]);
        foreach (var (name, at) in workflow.Parameters) Set(graph, at, input[$"parameter.{name}"]);
        return graph;
    }

    /// <summary>Sets one input; what is not said stays as the workflow has it.</summary>
    internal static void Set(JsonObject graph, NodeInput? at, JsonNode? value)
    {
        if (at is not null && value is not null) graph[at.Node]!["inputs"]![at.Input] = value.DeepClone();
    }
}
