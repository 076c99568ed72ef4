import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** A shot with what it is made with. */
export const shotQuery = (shotId: string) =>
  queryOptions({ queryKey: keys.shot(shotId), queryFn: () => client.getShot(shotId), staleTime: 30_000 });
