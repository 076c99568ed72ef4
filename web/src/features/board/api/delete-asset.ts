import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes a shot out of the film, its takes with it; restoring brings all of it back. */
export function useRemoveShot(filmId: string) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: keys.structure(filmId) });
  const remove = useMutation({ mutationFn: (shotId: string) => client.deleteAsset(shotId), onSettled: refresh });
  const restore = useMutation({ mutationFn: (shotId: string) => client.restoreAsset(shotId), onSettled: refresh });
  return { remove, restore };
}
