import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { securityKeys } from './keys';

const page = 20;

/** What happened around one's own sign-in, the latest first. */
export const mySecurityEventsQuery = () =>
  infiniteQueryOptions({
    queryKey: securityKeys.events,
    queryFn: ({ pageParam, signal }) => client.listMySecurityEvents(pageParam, page, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((p) => p.items),
  });
