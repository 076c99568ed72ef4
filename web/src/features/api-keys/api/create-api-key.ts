import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { CreateApiKeyRequest } from '@/api/generated/director';
import { workspaceKeys } from '@/api/workspace-keys';

export function useCreateApiKey(workspaceId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateApiKeyRequest) => client.createApiKey(workspaceId, request),
    onSuccess: () => cache.invalidateQueries({ queryKey: workspaceKeys.apiKeys(workspaceId) }),
  });
}
