import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';

/** What a link offers. One that is worth nothing stays so: it is asked for once. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => client.getInvitation(token),
    retry: false,
    staleTime: Infinity,
  });
