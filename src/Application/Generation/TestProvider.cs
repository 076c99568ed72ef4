using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Makes the cheapest call to a provider that shows whether its address and key are right. Nothing is generated and nothing charged.</summary>
[Requires(Permission.Administer)]
public sealed record TestProviderQuery(string Slug) : IQuery<ProviderTestDto>;

/// <summary>What a test call found.</summary>
/// <param name="Works">Whether the provider can be used.</param>
/// <param name="Kind">What is wrong; null when it works.</param>
/// <param name="Message">The provider's own words, or ours where it has none; null when it works.</param>
public sealed record ProviderTestDto(bool Works, FailureKind? Kind, string? Message);

internal sealed class TestProviderHandler(IGenerationProviders providers) : IRequestHandler<TestProviderQuery, Result<ProviderTestDto>>
{
    public async Task<Result<ProviderTestDto>> Handle(TestProviderQuery request, CancellationToken cancellationToken)
    {
        var here = await providers.HereAsync(cancellationToken);
        if (here.Find(request.Slug) is not { } provider)
            return here.Missing.FirstOrDefault(m => m.Slug == request.Slug) is { } missing ? GenerationErrors.ProviderUnavailable(missing.Label, missing.Reason) : GenerationErrors.NoProvider;
        return await provider.TestAsync(cancellationToken) is { } wrong ? new ProviderTestDto(false, wrong.Kind, wrong.Message) : new ProviderTestDto(true, null, null);
    }
}
