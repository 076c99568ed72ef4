using System.Net;
using System.Net.Http.Headers;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.Http;

/// <summary>
/// Fetches what a provider made, without its key, into a file that vanishes with its handle. What a provider points to is hostile: only
/// addresses of the internet and of the provider itself, few redirects and each judged, an end to size and time, and bytes that are what
/// was asked for.
/// </summary>
internal sealed class OutputDownloads(IHttpClientFactory clients, ProviderLimits limits, DirectorSettings settings)
{
    private const int MostRedirects = 3;

    /// <summary>Fetches one file.</summary>
    /// <param name="slug">The provider.</param>
    /// <param name="label">For messages.</param>
    /// <param name="address">As the provider says it.</param>
    /// <param name="named">The provider's own addresses, which may lie anywhere.</param>
    /// <param name="kind">What it has to be.</param>
    /// <exception cref="ProviderTroubleException">It may be there at another time.</exception>
    /// <exception cref="ProviderRefusalException">It will not do.</exception>
    internal async Task<ProviderOutput> FetchAsync(string slug, string label, string address, IReadOnlyCollection<Uri> named, OutputKind kind, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(kind is OutputKind.Image ? limits.PictureDownload : limits.ClipDownload);
        try
        {
            using var client = clients.CreateClient(ProviderClients.Files(slug));
            var at = Judge(address, named, label);
            for (var hops = 0; hops <= MostRedirects; hops++)
            {
                using var response = await client.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } onward)
                {
                    at = Judge(new Uri(at, onward).AbsoluteUri, named, label);
                    continue;
                }

                if (response.IsSuccessStatusCode) return await KeepAsync(response, label, kind, limit.Token);
                throw Status(response.StatusCode, label);
            }

            throw Unfit($"{label} sends from one address to the next and never to the file.");
        }
        catch (Exception e) when (Private(e))
        {
            throw Unfit($"{label} points to an address inside this network; it was not called.");
        }
        catch (Exception e) when (!ct.IsCancellationRequested && ProviderChannel.IsOfTheNetwork(e))
        {
            throw ProviderChannel.Trouble(e, label);
        }
    }

    /// <summary>Puts a reference where a provider said, without its key.</summary>
    /// <exception cref="ProviderTroubleException">It did not get there.</exception>
    /// <exception cref="ProviderRefusalException">The place will not do.</exception>
    internal async Task PutAsync(string slug, string label, string address, IReadOnlyCollection<Uri> named, ReferenceFile file, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.PictureDownload);
        try
        {
            using var client = clients.CreateClient(ProviderClients.Files(slug));
            using var content = new ByteArrayContent(file.Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
            using var response = await client.PutAsync(Judge(address, named, label), content, limit.Token);
            if (!response.IsSuccessStatusCode)
                throw new ProviderTroubleException(new GenerationFailure(FailureKind.ProviderBusy, $"{label} answers {(int)response.StatusCode} to a reference.", Retryable: true), neverArrived: true);
        }
        catch (Exception e) when (e is ProviderRefusalException || Private(e))
        {
            throw new ProviderRefusalException(new GenerationFailure(FailureKind.ReferenceUnavailable, $"{label} wants references put where nothing is sent to: an address inside this network, or none."));
        }
        catch (Exception e) when (!ct.IsCancellationRequested && ProviderChannel.IsOfTheNetwork(e))
        {
            throw ProviderChannel.Trouble(e, label);
        }
    }

    /// <summary>Keeps bytes that came within an answer.</summary>
    internal async Task<ProviderOutput> KeepAsync(ReadOnlyMemory<byte> bytes, string label, OutputKind kind, CancellationToken ct)
    {
        var file = Temporary();
        try
        {
            await file.WriteAsync(bytes, ct);
            return Checked(file, label, kind);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<ProviderOutput> KeepAsync(HttpResponseMessage response, string label, OutputKind kind, CancellationToken ct)
    {
        var most = kind is OutputKind.Image ? limits.Picture : limits.Clip;
        if (response.Content.Headers.ContentLength > most) throw TooLarge(label, most);
        var file = Temporary();
        try
        {
            await using var from = await response.Content.ReadAsStreamAsync(ct);
            var buffer = new byte[128 * 1024];
            int read;
            while ((read = await from.ReadAsync(buffer, ct)) > 0)
            {
                if (file.Length + read > most) throw TooLarge(label, most);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return Checked(file, label, kind);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static ProviderOutput Checked(FileStream file, string label, OutputKind kind)
    {
        if (OutputShape.Fault(file, kind) is { } fault) throw Unfit($"The file that {label} brought {fault}.");
        file.Position = 0;
        return new ProviderOutput(file, "output");
    }

    private FileStream Temporary()
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "arriving")).FullName;
        var path = Path.Combine(folder, Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        // Where a file may lose its name while it is open, a killed process leaves nothing behind.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }

    private static Uri Judge(string address, IReadOnlyCollection<Uri> named, string label)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at) || at.UserInfo.Length > 0) throw Unfit($"{label} points to no address.");
        return at.Scheme == Uri.UriSchemeHttps || (at.Scheme == Uri.UriSchemeHttp && named.Any(n => n.Authority == at.Authority))
            ? at
            : throw Unfit($"{label} points to an address that is not fetched ({at.Scheme}).");
    }

    private static Exception Status(HttpStatusCode status, string label) => (int)status is 408 or 429 or >= 500
        ? new ProviderTroubleException(new GenerationFailure(FailureKind.ProviderBusy, $"{label} answers {(int)status} instead of the file.", Retryable: true), neverArrived: false)
        : Unfit($"{label} says the work is done, but answers {(int)status} instead of the file.");

    /// <summary>The work was done and is lost: making it again would be paid again, so that is for people to decide.</summary>
    private static ProviderRefusalException Unfit(string message) => new(new GenerationFailure(FailureKind.CorruptOutput, message, Retryable: false, Billable: true));

    private static ProviderRefusalException TooLarge(string label, long most) => Unfit($"{label} brought a file of more than {most >> 20} MB.");

    private static bool Private(Exception e) => e is PrivateAddressException || e.InnerException is { } inner && Private(inner);
}
