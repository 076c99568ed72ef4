using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.OpenAI;

/// <summary>Makes OpenAI's images where <c>OPENAI_API_KEY</c> or the address of a compatible server is set.</summary>
internal sealed class OpenAIRegistration : IOutsideProvider
{
    public string Slug => OpenAIProvider.Name;

    public IGenerationProvider? Make(ProviderSettings settings, ProviderKit kit) => settings.OpenAI is { } openAI ? new OpenAIProvider(openAI, kit) : null;
}
