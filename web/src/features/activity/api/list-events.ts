import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ActivityEvent } from '@/api/types';

const page = 100;

/** What happened in the film, the latest first, a page at a time. */
export const activityQuery = (filmId: string) =>
  infiniteQueryOptions({
    queryKey: keys.activity(filmId),
    queryFn: ({ pageParam, signal }) =>
      client.listEvents(
        'newest',
        undefined,
        undefined,
        undefined,
        undefined,
        filmId,
        undefined,
        undefined,
        undefined,
        pageParam,
        page,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((p) => p.items as ActivityEvent[]),
    staleTime: 5_000,
  });
