import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export const assetQuery = (id: string) =>
  queryOptions({ queryKey: keys.asset(id), queryFn: () => client.getAsset(id), staleTime: 15_000 });
