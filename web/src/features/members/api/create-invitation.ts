import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { CreateInvitationRequest } from '@/api/generated/director';
import { workspaceKeys } from '@/api/workspace-keys';

export function useCreateInvitation(workspaceId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateInvitationRequest) => client.createInvitation(workspaceId, request),
    onSuccess: () => cache.invalidateQueries({ queryKey: workspaceKeys.invitations(workspaceId) }),
  });
}
