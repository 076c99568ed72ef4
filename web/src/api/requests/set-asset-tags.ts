import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** Replaces the tags of assets, one after the other; unknown words become tags. */
export function useSetAssetTags() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (changes: readonly { id: string; tags: readonly string[] }[]) => {
      for (const { id, tags } of changes) await client.setAssetTags(id, { tags: [...tags] });
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.assets }),
        cache.invalidateQueries({ queryKey: keys.tags }),
        cache.invalidateQueries({ queryKey: ['structure'] }),
      ]),
  });
}
