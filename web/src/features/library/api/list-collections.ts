import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export const collectionsQuery = () =>
  queryOptions({
    queryKey: keys.collections,
    queryFn: async () => (await client.listCollections(undefined, undefined, undefined, 200)).items,
    staleTime: 30_000,
  });
