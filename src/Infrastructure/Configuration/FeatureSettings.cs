using System.Text.RegularExpressions;

namespace Director.Infrastructure.Configuration;

/// <summary>Every optional feature. Their order is the order of the warnings and of the system page.</summary>
internal static partial class FeatureSettings
{
    internal static readonly IReadOnlyList<FeatureSetting> All =
    [
        new("fal", "fal", "FAL_API_KEY", "Providers:Fal:ApiKey",
            FalKey().IsMatch, "a key of the form <id>:<secret>",
            "Shots cannot be generated with fal's models; Sketch draws them.", IsMissedByMost: true, IsShipped: true)
        {
            Addresses = [new("FAL_BASE_URL", "Providers:Fal:BaseUrl", "https://queue.fal.run"), new("FAL_REST_URL", "Providers:Fal:RestUrl", "https://rest.fal.ai")],
        },
        new("replicate", "Replicate", "REPLICATE_API_TOKEN", "Providers:Replicate:ApiKey",
            ReplicateToken().IsMatch, "a token that begins with r8_",
            "Shots cannot be generated with Replicate's models; Sketch draws them.", IsMissedByMost: true, IsShipped: true)
        {
            Addresses = [new("REPLICATE_BASE_URL", "Providers:Replicate:BaseUrl", "https://api.replicate.com/v1")],
        },
        new("openai", "OpenAI images", "OPENAI_API_KEY", "Providers:OpenAI:ApiKey",
            OpenAIKey().IsMatch, "a key that begins with sk-",
            "Shots cannot be generated with OpenAI's models; Sketch draws them.", IsMissedByMost: true, IsShipped: true)
        {
            Addresses = [new("OPENAI_BASE_URL", "Providers:OpenAI:BaseUrl", "https://api.openai.com/v1")],
            KeyIsTheServers = true,
        },
        new("comfyui", "ComfyUI", "COMFYUI_URL", "Providers:ComfyUI:BaseUrl",
            IsWebAddress, "an address such as http://localhost:8188",
            "Shots cannot be generated on a ComfyUI of your own; Sketch draws them.", IsMissedByMost: true, IsShipped: true),
        new("telegram", "Telegram", "TELEGRAM_BOT_TOKEN", "Telegram:BotToken",
            TelegramToken().IsMatch, "a bot token of the form <number>:<letters and digits>",
            "Nobody is told in a chat that takes are ready.", IsMissedByMost: true, IsShipped: false),
        new("telegramChat", "The Telegram chat", "TELEGRAM_CHAT_ID", "Telegram:ChatId",
            TelegramChat().IsMatch, "a chat's number or its @name",
            "Messages go to linked chats only.", IsMissedByMost: false, IsShipped: false),
        new("publicUrl", "The public address", "DIRECTOR_PUBLIC_URL", "Director:PublicUrl",
            IsWebAddress, "an address such as https://director.example.com",
            "Links work on this machine only.", IsMissedByMost: false, IsShipped: true),
        new("s3", "S3 storage", "S3_BUCKET", "Storage:S3:Bucket",
            _ => true, "a bucket's name",
            "Media are kept on the local disk.", IsMissedByMost: false, IsShipped: false),
        new("mail", "Mail", "SMTP_HOST", "Mail:Host",
            _ => true, "a mail server's name",
            "No mail is sent; a forgotten password is set anew by director user reset.", IsMissedByMost: false, IsShipped: true),
        new("oidc", "Single sign-on", "OIDC_AUTHORITY", "Identity:Oidc:Authority",
            IsWebAddress, "an issuer's address such as https://login.example.com",
            "People sign in with accounts of this Director.", IsMissedByMost: false, IsShipped: true),
    ];

    /// <summary>An absolute http or https address without query or fragment.</summary>
    internal static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { Query: "", Fragment: "", UserInfo: "" };

    [GeneratedRegex(@"^[A-Za-z0-9-]{8,}:[A-Za-z0-9]{16,}\z")]
    private static partial Regex FalKey();

    [GeneratedRegex(@"^r8_[A-Za-z0-9]{16,}\z")]
    private static partial Regex ReplicateToken();

    [GeneratedRegex(@"^sk-[A-Za-z0-9_-]{16,}\z")]
    private static partial Regex OpenAIKey();

    [GeneratedRegex(@"^[0-9]{6,}:[A-Za-z0-9_-]{30,}\z")]
    private static partial Regex TelegramToken();

    [GeneratedRegex(@"^(-?[0-9]{4,}|@[A-Za-z][A-Za-z0-9_]{4,})\z")]
    private static partial Regex TelegramChat();
}
