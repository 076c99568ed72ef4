import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** The price before anything is sent; the server multiplies, the page only shows. */
export const estimateQuery = (provider: string, model: string, count: number) =>
  queryOptions({
    queryKey: keys.estimate(provider, model, count),
    queryFn: () => client.estimateGeneration({ provider, model, count }),
    staleTime: 300_000,
  });
