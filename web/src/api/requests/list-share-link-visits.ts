import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** What guests of a link did, the latest first. */
export const shareVisitsQuery = (linkId: string) =>
  infiniteQueryOptions({
    queryKey: keys.shareVisits(linkId),
    queryFn: ({ pageParam, signal }) => client.listShareLinkVisits(linkId, pageParam, 50, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    staleTime: 5_000,
  });
