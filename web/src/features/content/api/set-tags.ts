import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Tags belong to the asset that a text became. */
export function useSetTags(assetId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (tags: string[]) => client.setAssetTags(assetId, { tags }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.content }),
  });
}
