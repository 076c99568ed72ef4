import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** One take (or n) for every shot that has none. */
export function useGenerateFilmTakes(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (count: number) => client.generateFilmTakes(filmId, undefined, { count }),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
        cache.invalidateQueries({ queryKey: ['generations'] }),
      ]),
  });
}
