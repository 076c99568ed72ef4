import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ActivityEvent } from '@/api/types';
import { dayBegins, dayIsOver, kindGroups, type RecordFilter } from '../filter';

const page = 100;

/** What happened, the latest first, a page at a time; in a film, or in the whole workspace. */
export const activityQuery = (filmId: string | undefined, { who, what, from, to }: RecordFilter) =>
  infiniteQueryOptions({
    queryKey: [...(filmId ? keys.activity(filmId) : keys.workspaceActivity), { who, what, from, to }],
    queryFn: ({ pageParam, signal }) =>
      client.listEvents(
        'newest',
        undefined,
        undefined,
        what ? [...kindGroups[what]] : undefined,
        who ?? undefined,
        filmId,
        undefined,
        from ? dayBegins(from) : undefined,
        to ? dayIsOver(to) : undefined,
        pageParam,
        page,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((p) => p.items as ActivityEvent[]),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
