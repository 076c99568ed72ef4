import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';

/** Who could have done something: the crew of the workspace. */
export const crewQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ['crew', workspaceId],
    queryFn: async ({ signal }) => (await client.listMembers(workspaceId, signal)).items,
    staleTime: 60_000,
  });
