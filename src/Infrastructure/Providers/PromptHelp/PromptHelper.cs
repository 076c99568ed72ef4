using System.Net.Http.Headers;
using System.Net.Http.Json;
using Director.Application.PromptHelp;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.PromptHelp;

/// <inheritdoc cref="IPromptHelper" />
/// <remarks>One call, sent once: an answer that is lost is asked for again by whoever wants it, and costs a fraction of a cent.</remarks>
internal sealed class PromptHelper : IPromptHelper
{
    internal const string Name = "promptHelp";
    private const decimal Million = 1_000_000m;

    private readonly PromptHelpSettings? settings;
    private readonly ProviderChannel? channel;
    private readonly ProviderLimits limits;

    public PromptHelper(DirectorSettings all, IHttpClientFactory clients, ProviderLimits limits, TimeProvider clock)
    {
        (settings, this.limits) = (all.PromptHelp, limits);
        if (settings is not null) channel = new ProviderChannel(Name, "The language model", Authorize, clients, limits, clock);
        var feature = all.OptionalFeatures.FirstOrDefault(f => f.Name == Name);
        Unavailable = settings is not null ? null : PromptHelpErrors.NotConfigured(feature?.Variable ?? "PROMPT_HELP_URL", feature?.Reason ?? "is not set");
    }

    public Error? Unavailable { get; }

    public bool Costs => settings is { PriceIn: > 0 } or { PriceOut: > 0 };

    public async Task<Result<HelpAnswer>> AskAsync(string task, string text, CancellationToken ct)
    {
        if (settings is null || channel is null) return Unavailable!;
        var body = new { model = settings.Model, messages = new[] { new { role = "system", content = task }, new { role = "user", content = text } } };
        try
        {
            var reply = await channel.SendAsync(HttpMethod.Post, new Uri($"{settings.Address.AbsoluteUri.TrimEnd('/')}/chat/completions"), JsonContent.Create(body), limits.LongCall, limits.Reply, ct);
            if (!reply.IsSuccess) return PromptHelpErrors.Failed($"The language model answers {(int)reply.Status}: {reply.Json.Member("error").Text("message") ?? reply.Snippet()}");
            var choice = reply.Json.Member("choices").Items().Cast<System.Text.Json.JsonElement?>().FirstOrDefault();
            if (choice.Member("message").Text("content") is not { Length: > 0 } said) return PromptHelpErrors.Failed("The language model answered without words.");
            var usage = reply.Json.Member("usage");
            var (read, written) = (Tokens(usage.Whole("prompt_tokens")), Tokens(usage.Whole("completion_tokens")));
            var price = Money.Of(decimal.Round(((read * settings.PriceIn) + (written * settings.PriceOut)) / Million, 6, MidpointRounding.AwayFromZero), settings.Currency);
            return price.Then<HelpAnswer>(p => new HelpAnswer(said, reply.Json.Text("model") ?? settings.Model, read, written, p));
        }
        catch (ProviderTroubleException e)
        {
            return PromptHelpErrors.Failed(e.Failure.Message ?? "The language model did not answer.");
        }
    }

    private static int Tokens(long? said) => (int)Math.Clamp(said ?? 0, 0, 10_000_000);

    private void Authorize(HttpRequestMessage call)
    {
        if (settings?.Key is { } key) call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
    }
}
