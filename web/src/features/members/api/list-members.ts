import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { workspaceKeys } from '@/api/workspace-keys';

export const membersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: workspaceKeys.members(workspaceId),
    queryFn: async () => (await client.listMembers(workspaceId)).items,
  });
