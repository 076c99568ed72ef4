import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { workspaceKeys } from '@/api/workspace-keys';

export function useRevokeApiKey(workspaceId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.revokeApiKey(workspaceId, id),
    onSettled: () => cache.invalidateQueries({ queryKey: workspaceKeys.apiKeys(workspaceId) }),
  });
}
