import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** The text itself; what was read stays as it is. */
export const contentTextQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.contentText, id],
    queryFn: async ({ signal }) => (await client.getContentText(id, signal)).text,
    staleTime: Infinity,
  });
