import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes a film away with everything in it; restoring brings all of it back. */
export function useRemoveFilm() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: keys.films });
  const remove = useMutation({ mutationFn: (filmId: string) => client.deleteAsset(filmId), onSettled: refresh });
  const restore = useMutation({ mutationFn: (filmId: string) => client.restoreAsset(filmId), onSettled: refresh });
  return { remove, restore };
}
