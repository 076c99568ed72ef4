import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** What happened in the film, the latest first. */
export const activityQuery = (filmId: string) =>
  queryOptions({
    queryKey: keys.activity(filmId),
    queryFn: async () =>
      (await client.listEvents({ rootId: filmId, limit: 200 })).items.toSorted((a, b) => b.at.localeCompare(a.at)),
    staleTime: 5_000,
  });
