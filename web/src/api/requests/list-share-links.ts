import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** The links that show a film or something of it, the newest first, those that were taken back too. */
export const shareLinksQuery = (filmId: string) =>
  infiniteQueryOptions({
    queryKey: keys.shareLinks(filmId),
    queryFn: ({ pageParam, signal }) => client.listShareLinks(filmId, pageParam, 50, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    staleTime: 5_000,
  });
