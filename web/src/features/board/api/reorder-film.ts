import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { FilmStructure } from '@/api/types';
import { applyMove, type Move } from '@/film/reorder';
import { shownAhead } from '@/live/shown-ahead';

/** Moves scenes and shots, shown at once; the server takes all of the moves or none. One arrangement is sent after the other. */
export function useReorderFilm(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationKey: shownAhead,
    scope: { id: `reorder ${filmId}` },
    mutationFn: (moves: Move[]) =>
      client.reorderFilm(
        filmId,
        moves.map(({ id, parentId, after }) => ({ id, parentId, after: after ?? undefined })),
      ),
    onMutate: async (moves) => {
      await cache.cancelQueries({ queryKey: keys.structure(filmId) });
      const before = cache.getQueryData<FilmStructure>(keys.structure(filmId));
      cache.setQueryData<FilmStructure>(keys.structure(filmId), (film) => film && moves.reduce(applyMove, film));
      return { before };
    },
    onError: (_error, _moves, context) => {
      if (context?.before) cache.setQueryData(keys.structure(filmId), context.before);
    },
    // The last of several reads what they came to: a reading between two would show the film without the later one.
    onSettled: () =>
      cache.isMutating({ mutationKey: shownAhead }) === 1
        ? cache.invalidateQueries({ queryKey: keys.structure(filmId) })
        : undefined,
  });
}
