using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.ComfyUI;

/// <summary>Makes ComfyUI where <c>COMFYUI_URL</c> is set.</summary>
internal sealed class ComfyUIRegistration(WorkflowFolder workflows) : IOutsideProvider
{
    public string Slug => ComfyUIProvider.Name;

    public IGenerationProvider? Make(ProviderSettings settings, ProviderKit kit) => settings.ComfyUI is { } comfy ? new ComfyUIProvider(comfy, workflows.Read(), kit) : null;
}
