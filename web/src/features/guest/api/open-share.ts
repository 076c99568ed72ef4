import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** The door of a review: what it is called, whether a passphrase is needed, who is in already. */
export const doorQuery = (token: string) =>
  queryOptions({ queryKey: keys.guestDoor(token), queryFn: ({ signal }) => client.openShare(token, signal), staleTime: 60_000 });
