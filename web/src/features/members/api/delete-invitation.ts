import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { workspaceKeys } from '@/api/workspace-keys';

export function useDeleteInvitation(workspaceId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.deleteInvitation(workspaceId, id),
    onSettled: () => cache.invalidateQueries({ queryKey: workspaceKeys.invitations(workspaceId) }),
  });
}
