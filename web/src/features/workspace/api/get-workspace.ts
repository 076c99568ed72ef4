import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { workspaceKeys } from '@/api/workspace-keys';

export const workspaceQuery = (id: string) =>
  queryOptions({ queryKey: workspaceKeys.details(id), queryFn: () => client.getWorkspace(id) });
