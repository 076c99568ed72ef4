using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Director.Client;

public partial class DirectorClient
{
    /// <summary>Signs every call with an access token or an API key.</summary>
    /// <param name="token">The <c>accessToken</c> of a sign-in, or a key that begins with <c>dir_</c>.</param>
    public void UseToken(string token) => _httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    /// <summary>Names the workspace that every call is meant for; needed by callers that have several.</summary>
    /// <param name="workspace">Its slug or id.</param>
    public void UseWorkspace(string workspace)
    {
        _httpClient.DefaultRequestHeaders.Remove("X-Workspace");
        _httpClient.DefaultRequestHeaders.Add("X-Workspace", workspace);
    }

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        // A null that is sent means something: in a merge patch it removes. What was not set is left out.
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // `type` need not come first in details.
        settings.AllowOutOfOrderMetadataProperties = true;
        settings.Converters.Add(new JsonStringEnumConverter());
    }
}
