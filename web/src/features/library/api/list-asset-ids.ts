import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { LibraryFilter } from '../filter';

/** Every id a filter lets through, in order; what they are is asked for where they are seen. */
export const assetIdsQuery = (filmId: string, filter: LibraryFilter) =>
  queryOptions({
    queryKey: keys.assetIds({ filmId: filter.ofFilm ? filmId : null, ...filter }),
    queryFn: ({ signal }) =>
      client.listAssetIds(
        filter.types.length > 0 ? [...filter.types] : undefined,
        undefined,
        filter.ofFilm ? filmId : undefined,
        filter.tags.length > 0 ? [...filter.tags] : undefined,
        filter.collection || undefined,
        filter.q || undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        filter.favorite || undefined,
        undefined,
        filter.sort || undefined,
        undefined,
        undefined,
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
