namespace Director.Api.FunctionalTests.Contract;

/// <summary>The part of the walk that concerns people: workspaces, members, invitations, notes and guests.</summary>
internal static class WalkCompany
{
    internal static Step[] Workspaces =>
    [
        new("listWorkspaces", "GET /api/workspaces", Keep: "mine"),
        new("getWorkspace", "GET /api/workspaces/{mine.items.0.id}", Keep: "workspace"),
        new("updateWorkspace", "PATCH /api/workspaces/{workspace}", _ => new { settings = new { monthlyBudget = 400, defaultFrameRate = "24" } }, Keep: "workspace", Seen: "workspace"),
        new("createInvitation", "POST /api/workspaces/{workspace}/invitations", _ => new { role = "artist", email = "friend@example.test" }, Keep: "invited"),
        new("listInvitations", "GET /api/workspaces/{workspace}/invitations"),
        new("getInvitation", "GET /api/invitations/{invited.token}"),
        new("acceptInvitation", "POST /api/invitations/{invited.token}/accept", _ => new { name = "Friend", email = "friend@example.test", password = "another walk by the sea", mode = "token" }, Keep: "joined"),
        new("createInvitation", "POST /api/workspaces/{workspace}/invitations", _ => new { role = "viewer" }, Keep: "invited"),
        new("deleteInvitation", "DELETE /api/workspaces/{workspace}/invitations/{invited.invitation.id}"),
        new("listMembers", "GET /api/workspaces/{workspace}/members"),
        new("updateMember", "PATCH /api/workspaces/{workspace}/members/{joined.signedIn.user.id}", _ => new { role = "reviewer" }),
        new("removeMember", "DELETE /api/workspaces/{workspace}/members/{joined.signedIn.user.id}"),
        new("createWorkspace", "POST /api/workspaces", _ => new { name = "Second Unit", currency = "EUR" }, Keep: "second"),
        new("archiveWorkspace", "POST /api/workspaces/{second}/archive"),
        new("unarchiveWorkspace", "POST /api/workspaces/{second}/unarchive"),
        new("archiveWorkspace", "POST /api/workspaces/{second}/archive"),
        new("deleteWorkspace", "DELETE /api/workspaces/{second}?slug={second.slug}"),
    ];

    internal static Step[] Notes =>
    [
        new("createNote", "POST /api/takes/{take}/notes", _ => new { text = "Darker.", frameIn = 3, frameOut = 9, drawing = new { strokes = new[] { 1, 2 } } }, Keep: "note"),
        new("listNotes", "GET /api/takes/{take}/notes"),
        new("updateNote", "PATCH /api/takes/{take}/notes/{note}", _ => new { resolved = true }, Keep: "note", Seen: "note"),
        new("deleteNote", "DELETE /api/takes/{take}/notes/{note}"),
    ];

    internal static Step[] Guests =>
    [
        new("createShareLink", "POST /api/share-links",
            s => new { name = "Dailies", targetId = s["film"], passphrase = "wet boots", allow = new { comment = true, circle = true, select = true }, watermark = true }, Keep: "shared"),
        new("listShareLinks", "GET /api/share-links?filmId={film}"),
        new("updateShareLink", "PATCH /api/share-links/{shared.link.id}", _ => new { name = "Dailies, day two" }),
        new("openShare", "GET /api/r/{shared.token}"),
        new("enterShare", "POST /api/r/{shared.token}/enter", _ => new { guestName = "Greta", passphrase = "wet boots" }, Keep: "guest"),
        new("getSharedContent", "GET /api/r/{shared.token}/content"),
        new("getSharedMedia", "GET /api/r/{shared.token}/media/{take}"),
        new("getSharedThumbnail", "GET /api/r/{shared.token}/media/{take}/thumbnail?size=320"),
        new("createSharedNote", "POST /api/r/{shared.token}/takes/{take}/notes", _ => new { text = "This one." }),
        new("circleSharedTake", "POST /api/r/{shared.token}/takes/{take}/circle", _ => new { circled = true }),
        new("selectSharedTake", "POST /api/r/{shared.token}/takes/{take}/select", _ => new { reason = "The boot." }),
        new("listShareLinkVisits", "GET /api/share-links/{shared.link.id}/visits"),
        new("revokeShareLink", "DELETE /api/share-links/{shared.link.id}"),
    ];
}
