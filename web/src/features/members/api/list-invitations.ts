import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { workspaceKeys } from '@/api/workspace-keys';

export const invitationsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: workspaceKeys.invitations(workspaceId),
    queryFn: async () => (await client.listInvitations(workspaceId)).items,
  });
