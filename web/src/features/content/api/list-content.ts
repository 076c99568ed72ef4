import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ContentFilter } from '../filter';
import { isUnderWay } from '../status';

const page = 50;

/** Texts, the latest first, a page at a time. Events tell when one begins and ends; how far it is has to be asked. */
export const contentQuery = (filter: ContentFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.content, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      client.listContent(
        filter.status ?? undefined,
        filter.kind ?? undefined,
        undefined,
        filter.tag ?? undefined,
        filter.q || undefined,
        pageParam,
        page,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((p) => p.items),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.pages.some((p) => p.items.some(isUnderWay)) ? 1_000 : false),
  });
