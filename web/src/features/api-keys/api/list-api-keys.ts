import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { workspaceKeys } from '@/api/workspace-keys';

export const apiKeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: workspaceKeys.apiKeys(workspaceId),
    queryFn: async () => (await client.listApiKeys(workspaceId)).items,
  });
