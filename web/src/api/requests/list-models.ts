import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

export const modelsQuery = () =>
  queryOptions({ queryKey: keys.models, queryFn: async () => (await client.listModels()).items, staleTime: 300_000 });
