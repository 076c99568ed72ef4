import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { patchShot } from '@/film/patch-structure';
import { client } from '../client';
import { keys } from '../query-keys';
import type { FilmStructure, Pick } from '../types';

export interface Selection {
  shotId: string;
  /** The take that goes into the cut; null takes the shot out of it. */
  take: Pick | null;
  reason?: string;
  by: string | null;
}

/** Shows the pick at once and takes it back when the server refuses. */
export function useSelectTake(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ shotId, take, reason }: Selection): Promise<void> => {
      if (take) await client.selectTake(shotId, { takeId: take.id, reason });
      else await client.clearSelectedTake(shotId);
    },
    onMutate: async (selection) => {
      await cache.cancelQueries({ queryKey: keys.structure(filmId) });
      const before = cache.getQueryData<FilmStructure>(keys.structure(filmId));
      showSelection(cache, filmId, selection);
      return { before };
    },
    onError: (_error, _selection, context) => {
      if (context?.before) cache.setQueryData(keys.structure(filmId), context.before);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
  });
}

function showSelection(cache: QueryClient, filmId: string, { shotId, take, by, reason }: Selection): void {
  cache.setQueryData<FilmStructure>(
    keys.structure(filmId),
    (film) =>
      film &&
      patchShot(film, shotId, (shot) => ({
        ...shot,
        selectedTake: take,
        selectedChildId: take?.id ?? null,
        selection: take
          ? {
              childId: take.id,
              number: take.number,
              at: new Date().toISOString(),
              by: '',
              byName: by ?? '',
              reason: reason ?? null,
            }
          : null,
      })),
  );
}
