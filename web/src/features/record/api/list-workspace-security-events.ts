import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';

const page = 50;

/** The security record of a workspace, the latest first. */
export const workspaceSecurityEventsQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspaceId, 'record'],
    queryFn: ({ pageParam, signal }) => client.listWorkspaceSecurityEvents(workspaceId, pageParam, page, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((p) => p.items),
  });
