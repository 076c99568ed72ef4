import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes a text away; restoring the asset it became brings it back. */
export function useRemoveContent() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: keys.content });
  const remove = useMutation({ mutationFn: (id: string) => client.deleteContent(id), onSettled: refresh });
  const restore = useMutation({ mutationFn: (assetId: string) => client.restoreAsset(assetId), onSettled: refresh });
  return { remove, restore };
}
