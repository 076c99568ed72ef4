import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';
import type { Take } from '../types';

/** All takes of a shot by number, rejected ones included: the strip filters, the server does not. */
export const takesQuery = (shotId: string) =>
  queryOptions({
    queryKey: keys.takes(shotId),
    queryFn: async () => ((await client.listTakes(shotId)) as Take[]).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    staleTime: 15_000,
  });
