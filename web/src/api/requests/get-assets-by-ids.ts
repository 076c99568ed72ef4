import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** As many assets as one request gives; the visible part of a grid is asked for by this much. */
export const assetsAtOnce = 200;

/** Assets by id, in the order asked; what is gone is left out. */
export const someAssetsQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: keys.someAssets(ids),
    queryFn: () => client.getAssetsByIds({ ids: [...ids] }),
    enabled: ids.length > 0,
    staleTime: 30_000,
  });
