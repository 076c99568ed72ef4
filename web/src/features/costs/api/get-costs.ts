import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { CostView } from '../view';

/** What was spent, added up by what the view names; the items and the rest are the total, to the last cent. */
export const costsQuery = (view: CostView, filmId: string | undefined) =>
  queryOptions({
    queryKey: [...keys.costs, view, filmId ?? null],
    queryFn: () => client.getCosts(view.by, view.from || undefined, view.to || undefined, filmId),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
