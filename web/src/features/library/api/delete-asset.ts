import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes an asset away with what lies below it; restoring brings all of it back. */
export function useRemoveAsset() {
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all([cache.invalidateQueries({ queryKey: keys.assets }), cache.invalidateQueries({ queryKey: ['structure'] })]);
  const remove = useMutation({ mutationFn: (id: string) => client.deleteAsset(id), onSuccess: refresh });
  const restore = useMutation({ mutationFn: (id: string) => client.restoreAsset(id), onSettled: refresh });
  return { remove, restore };
}
