using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Director.Domain.Content;
using Director.Infrastructure.Interchange.Text;
using SmartReader;

namespace Director.Infrastructure.Content.Reading;

/// <summary>Reads web pages: the article, as a reader view shows it, without what stands around it. Nothing is loaded, nothing is run.</summary>
internal static partial class HtmlText
{
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "canvas", "form", "button", "select", "nav", "aside", "footer",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "table", "tr", "hr", "address",
        "h1", "h2", "h3", "h4", "h5", "h6", "body",
    };

    internal static ReadText Read(ReadOnlyMemory<byte> bytes, ReadWish wish)
    {
        var html = Decode(bytes.Span, wish.ContentType);
        var parser = new HtmlParser();
        using var page = parser.ParseDocument(html);
        var (title, language) = (page.Title, page.DocumentElement.GetAttribute("lang"));
        var article = Article(html, wish.Address ?? "http://localhost/");
        var text = "";
        if (article is { IsReadable: true })
        {
            using var inner = parser.ParseDocument(article.Content);
            text = TextOf(inner.Body);
            if (!string.IsNullOrWhiteSpace(article.Title)) title = article.Title;
            language = article.Language ?? language;
        }

        // A page that no article is found in is taken as it is.
        if (text.Length == 0) text = TextOf(page.Body);
        return new ReadText(SourceKind.Web, title, text, language, null);
    }

    private static Article? Article(string html, string address)
    {
        using var reader = new Reader(address, html) { ContinueIfNotReadable = false };
        try
        {
            return reader.GetArticle();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException or UriFormatException or FormatException or KeyNotFoundException)
        {
            // The library stumbled over the page; the page is taken as it is.
            return null;
        }
    }

    /// <summary>Walks without recursion: a page may nest as deep as it likes.</summary>
    private static string TextOf(INode? root)
    {
        if (root is null) return "";
        var text = new StringBuilder();
        var node = root;
        while (true)
        {
            var enter = true;
            if (node is IElement element)
            {
                if (Left.Contains(element.LocalName)) enter = false;
                else if (Blocks.Contains(element.LocalName)) Open(text, element.LocalName);
                else if (element.LocalName == "br") text.Append('\n');
            }
            else if (node is IText words)
            {
                text.Append(Blank().Replace(words.Data, " "));
            }

            if (enter && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node!.NextSibling is null)
            {
                node = node.Parent;
                Close(text, node);
            }

            if (node == root || node is null) break;
            Close(text, node);
            node = node.NextSibling!;
        }

        return string.Join("\n\n", text.ToString().Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => string.Join('\n', p.Split('\n').Select(line => Blank().Replace(line, " ").Trim())).Trim()).Where(p => p.Trim('#', ' ').Length > 0));
    }

    private static void Open(StringBuilder text, string name)
    {
        text.Append("\n\n");
        if (name.Length == 2 && name[0] == 'h' && char.IsAsciiDigit(name[1])) text.Append('#', Math.Max(1, name[1] - '1')).Append(' ');
        else if (name == "li") text.Append("– ");
    }

    private static void Close(StringBuilder text, INode? node)
    {
        if (node is IElement closed && Blocks.Contains(closed.LocalName)) text.Append("\n\n");
    }

    /// <summary>By the server's word, then the page's own, then as any text.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2_048)]);
        var named = Charset().Match(contentType ?? "") is { Success: true } said ? said : Charset().Match(head);
        if (named.Success && !bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) && Find(named.Groups[1].Value) is { } encoding) return encoding.GetString(bytes);
        if (TextDecoding.TryDecode(bytes, out var text, out _, out var reason)) return text.Text;
        throw new ContentTroubleException(ExtractionCause.Unreadable, reason);
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();

    [GeneratedRegex(@"[ \t\r\n\f\u00A0]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
