import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** The price before anything is sent; the server multiplies, the page only shows. A length or size may change it. */
export const estimateQuery = (
  provider: string,
  model: string,
  count: number,
  parameters: Readonly<Record<string, string>> = {},
) =>
  queryOptions({
    queryKey: keys.estimate(provider, model, count, parameters),
    queryFn: () =>
      client.estimateGeneration({
        provider,
        model,
        count,
        ...(Object.keys(parameters).length > 0 ? { parameters: { ...parameters } } : {}),
      }),
    staleTime: 60_000,
  });
