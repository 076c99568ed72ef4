import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { LineageView } from '../view';

export const lineageQuery = (id: string, { direction, depth }: LineageView) =>
  queryOptions({
    queryKey: keys.lineage(id, direction, depth),
    queryFn: () => client.getLineage(id, direction, depth),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
