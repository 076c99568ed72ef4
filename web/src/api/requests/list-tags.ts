import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** The words things are tagged with, the most used ones within the first two hundred. */
export const tagsQuery = () =>
  queryOptions({
    queryKey: keys.tags,
    queryFn: async () =>
      (await client.listTags(undefined, undefined, undefined, 200)).items.toSorted((a, b) => b.usage - a.usage),
    staleTime: 30_000,
  });
