import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Asset, AssetPatch } from '@/api/types';

/** Changes an asset against the version on screen; one change is sent after the other, so that they do not meet. */
export function useUpdateAsset(id: string) {
  const cache = useQueryClient();
  return useMutation({
    scope: { id: `asset ${id}` },
    mutationFn: (patch: AssetPatch) =>
      client.updateAsset(id, `"${cache.getQueryData<Asset>(keys.asset(id))?.version ?? 0}"`, patch),
    onSuccess: (asset) => cache.setQueryData(keys.asset(id), asset),
    onError: () => cache.invalidateQueries({ queryKey: keys.asset(id) }),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['assets', 'some'] });
      void cache.invalidateQueries({ queryKey: ['prompt'] });
    },
  });
}
