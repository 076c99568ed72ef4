import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Everything that the link shows. The view log counts each reading, so it is read when there is a reason to. */
export const contentQuery = (token: string) =>
  queryOptions({
    queryKey: keys.guestContent(token),
    queryFn: ({ signal }) => client.getSharedContent(token, signal),
    staleTime: 60_000,
  });
