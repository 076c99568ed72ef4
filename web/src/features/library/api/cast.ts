import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes somebody or something into the film's cast, or out of it. */
export function useCasting(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, cast }: { id: string; cast: boolean }): Promise<unknown> =>
      cast ? client.castCharacter(filmId, { characterId: id }) : client.uncastCharacter(filmId, id),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.cast(filmId) }),
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
      ]),
  });
}
