using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Director.Infrastructure.UnitTests.Providers.Fakes;

/// <summary>Telegram's Bot API: one bot, whose chats are written and pressed in by the test.</summary>
internal sealed class FakeTelegram : FakeServer
{
    internal const string Token = "123456789:AAaaBBbbCCccDDddEEeeFFffGGggHHhhIIi";
    internal const string BotName = "director_test_bot";
    private readonly ConcurrentQueue<JsonObject> updates = new();
    private int lastUpdate = 100;
    private int lastMessage;

    /// <summary>What the bot said: to which chat, with which words, with how many bytes of picture, with which buttons.</summary>
    internal ConcurrentQueue<Told> Said { get; } = new();

    /// <summary>What the bot answered to presses, by text.</summary>
    internal ConcurrentQueue<string> Answers { get; } = new();

    internal string? Webhook { get; private set; }

    internal string? WebhookSecret { get; private set; }

    /// <summary>Refuses the next messages for so many seconds.</summary>
    internal int TooManyFor { get; set; }

    internal JsonObject Write(long chat, string text) => Add(new JsonObject
    {
        ["message"] = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref lastMessage),
            ["date"] = 1_790_000_000,
            ["text"] = text,
            ["from"] = Person(chat),
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "Somebody" },
        },
    });

    internal JsonObject Press(long person, string data) => Add(new JsonObject
    {
        ["callback_query"] = new JsonObject { ["id"] = $"q{Interlocked.Increment(ref lastMessage)}", ["from"] = Person(person), ["chat_instance"] = "1", ["data"] = data },
    });

    /// <summary>Delivers one a second time, as Telegram does when it did not hear that it got through.</summary>
    internal void Again(JsonObject update) => updates.Enqueue(JsonNode.Parse(update.ToJsonString())!.AsObject());

    internal void Reset()
    {
        updates.Clear();
        Said.Clear();
        Answers.Clear();
        TooManyFor = 0;
    }

    protected override bool StartsWork(Seen call) => false;

    protected override async Task AnswerAsync(HttpContext context, Seen call)
    {
        if (!call.Path.StartsWith($"/bot{Token}/", StringComparison.Ordinal)) { await RefuseAsync(context, 401, "Unauthorized"); return; }
        var fields = await FieldsAsync(call);
        switch (call.Path[(call.Path.LastIndexOf('/') + 1)..])
        {
            case "getMe":
                await OkAsync(context, new JsonObject { ["id"] = 123_456_789, ["is_bot"] = true, ["first_name"] = "Director", ["username"] = BotName });
                break;
            case "getUpdates":
                await OkAsync(context, await WaitAsync(fields, context.RequestAborted));
                break;
            case "sendMessage" or "sendPhoto" when TooManyFor > 0:
                var wait = TooManyFor;
                TooManyFor = 0;
                await JsonAsync(context, 429, new { ok = false, error_code = 429, description = $"Too Many Requests: retry after {wait}", parameters = new { retry_after = wait } });
                break;
            case "sendMessage" when fields["text"].Length is 0 or > 4_096:
            case "sendPhoto" when fields.GetValueOrDefault("caption", "").Length > 1_024 || fields.GetValueOrDefault("photo#", "0") is "0":
                await RefuseAsync(context, 400, "Bad Request: message is too long or empty");
                break;
            case "sendMessage":
                await SaidAsync(context, fields, fields["text"]);
                break;
            case "sendPhoto":
                await SaidAsync(context, fields, fields.GetValueOrDefault("caption", ""));
                break;
            case "answerCallbackQuery":
                Answers.Enqueue(fields.GetValueOrDefault("text", ""));
                await OkAsync(context, JsonValue.Create(true));
                break;
            case "setWebhook":
                (Webhook, WebhookSecret) = (fields["url"], fields.GetValueOrDefault("secret_token"));
                await OkAsync(context, JsonValue.Create(true));
                break;
            case "deleteWebhook":
                Webhook = null;
                await OkAsync(context, JsonValue.Create(true));
                break;
            default:
                await RefuseAsync(context, 404, "Not Found");
                break;
        }
    }

    private JsonObject Add(JsonObject update)
    {
        update["update_id"] = Interlocked.Increment(ref lastUpdate);
        Again(update);
        return update;
    }

    private async Task SaidAsync(HttpContext context, Dictionary<string, string> fields, string text)
    {
        var buttons = fields.TryGetValue("reply_markup", out var markup)
            ? JsonNode.Parse(markup)!["inline_keyboard"]!.AsArray().SelectMany(r => r!.AsArray()).ToDictionary(b => b!["text"]!.GetValue<string>(), b => b!["callback_data"]!.GetValue<string>())
            : [];
        if (buttons.Values.Any(d => System.Text.Encoding.UTF8.GetByteCount(d) > 64)) { await RefuseAsync(context, 400, "Bad Request: BUTTON_DATA_INVALID"); return; }
        var chat = long.Parse(fields["chat_id"], System.Globalization.CultureInfo.InvariantCulture);
        Said.Enqueue(new Told(chat, text, int.Parse(fields.GetValueOrDefault("photo#", "0"), System.Globalization.CultureInfo.InvariantCulture), buttons));
        await OkAsync(context, new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref lastMessage),
            ["date"] = 1_790_000_000,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
            ["text"] = text,
        });
    }

    private async Task<JsonArray> WaitAsync(Dictionary<string, string> fields, CancellationToken ct)
    {
        for (var waits = 0; updates.IsEmpty && waits < 20 && fields.GetValueOrDefault("timeout", "0") != "0"; waits++) await Task.Delay(50, ct);
        var found = new JsonArray();
        while (updates.TryDequeue(out var update)) found.Add(update);
        return found;
    }

    /// <summary>Every field as text, whether it came as JSON or as a form; of a file its size, under its name and <c>#</c>.</summary>
    private static async Task<Dictionary<string, string>> FieldsAsync(Seen call)
    {
        if (call.Body.Length == 0) return QueryHelpers.ParseQuery(call.Query).ToDictionary(q => q.Key, q => q.Value.ToString());
        if (call.IsJson) return call.Json.ToDictionary(f => f.Key, f => f.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : f.Value?.ToJsonString() ?? "");
        var fields = new Dictionary<string, string>();
        foreach (var part in await Forms.PartsAsync(call))
        {
            if (part.FileName is null) fields[part.Name] = part.Text;
            else fields["photo#"] = part.Bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return fields;
    }

    private static JsonObject Person(long id) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "Somebody" };

    private static Task OkAsync(HttpContext context, JsonNode? result) => JsonAsync(context, 200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    private static Task RefuseAsync(HttpContext context, int status, string description) => JsonAsync(context, status, new { ok = false, error_code = status, description });
}

/// <summary>A message of the bot's.</summary>
internal sealed record Told(long Chat, string Text, int Picture, IReadOnlyDictionary<string, string> Buttons);
