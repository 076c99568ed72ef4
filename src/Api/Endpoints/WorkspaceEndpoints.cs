using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Common.Paging;
using Director.Application.Workspaces;
using Director.Application.Workspaces.Members;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Workspaces and the people in them. An address that names a workspace acts in it, whatever the header says.</summary>
internal sealed class WorkspaceEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/workspaces").WithTags("Workspaces");
        all.MapGet("", List).WithName("listWorkspaces");
        all.MapPost("", Create).WithName("createWorkspace");

        var one = api.MapGroup("/workspaces/{workspaceId:guid}").WithTags("Workspaces");
        one.MapGet("", Get).WithName("getWorkspace");
        one.MapPatch("", Update).WithName("updateWorkspace").Accepts<WorkspacePatch>("application/merge-patch+json", "application/json");
        one.MapDelete("", Delete).WithName("deleteWorkspace");
        one.MapPost("/archive", Archive).WithName("archiveWorkspace");
        one.MapPost("/unarchive", Unarchive).WithName("unarchiveWorkspace");
        one.MapGet("/members", Members).WithName("listMembers");
        one.MapPatch("/members/{userId:guid}", UpdateMember).WithName("updateMember");
        one.MapDelete("/members/{userId:guid}", RemoveMember).WithName("removeMember");
    }

    private static async Task<Results<Ok<Page<WorkspaceSummaryDto>>, ProblemHttpResult>> List(IMediator app, CancellationToken ct) =>
        (await app.Send(new ListWorkspacesQuery(), ct)).ToOk();

    private static async Task<Results<Created<WorkspaceDto>, ProblemHttpResult>> Create(CreateWorkspaceCommand body, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(body, ct), response).ToCreated(w => $"/api/workspaces/{w.Id}");

    private static async Task<Results<Ok<WorkspaceDto>, ProblemHttpResult>> Get(Guid workspaceId, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new GetWorkspaceQuery(), ct), response).ToOk();

    private static async Task<Results<Ok<WorkspaceDto>, ProblemHttpResult>> Update(
        Guid workspaceId, [FromBody] JsonElement patch, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new UpdateWorkspaceCommand(patch, request.IfMatch()), ct), response).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid workspaceId, IMediator app, CancellationToken ct, string? slug = null) =>
        (await app.Send(new DeleteWorkspaceCommand(slug), ct)).ToNoContent();

    private static async Task<Results<Ok<WorkspaceDto>, ProblemHttpResult>> Archive(Guid workspaceId, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new ArchiveWorkspaceCommand(), ct), response).ToOk();

    private static async Task<Results<Ok<WorkspaceDto>, ProblemHttpResult>> Unarchive(Guid workspaceId, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new UnarchiveWorkspaceCommand(), ct), response).ToOk();

    private static async Task<Results<Ok<Page<MemberDto>>, ProblemHttpResult>> Members(Guid workspaceId, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListMembersQuery(), ct)).ToOk();

    private static async Task<Results<Ok<MemberDto>, ProblemHttpResult>> UpdateMember(Guid workspaceId, Guid userId, UpdateMemberBody body, IMediator app, CancellationToken ct) =>
        (await app.Send(new UpdateMemberCommand(userId, body.Role), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveMember(Guid workspaceId, Guid userId, IMediator app, CancellationToken ct) =>
        (await app.Send(new RemoveMemberCommand(userId), ct)).ToNoContent();

    private static Result<WorkspaceDto> Tagged(Result<WorkspaceDto> result, HttpResponse response)
    {
        if (result.Succeeded) response.SetETag(result.Value.Version);
        return result;
    }
}

/// <summary>What becomes of a member.</summary>
/// <param name="Role">owner, producer, director, artist, reviewer or viewer.</param>
internal sealed record UpdateMemberBody(string Role);
