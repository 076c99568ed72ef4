import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { AssetPatch, FilmStructure } from '@/api/types';
import { patchShot } from '@/film/patch-structure';
import { shownAhead } from '@/live/shown-ahead';
import { patched } from '../views/table';

export interface ShotPatch {
  id: string;
  patch: AssetPatch;
}

/** As many as one request changes. */
const atOnce = 500;

/** Changes many shots, shown at once; what the server refuses goes back, and why is the answer. */
export function useUpdateShots(filmId: string) {
  const cache = useQueryClient();
  const key = keys.structure(filmId);
  return useMutation({
    mutationKey: shownAhead,
    scope: { id: `shots of ${filmId}` },
    mutationFn: async (changes: readonly ShotPatch[]) => {
      const refused: string[] = [];
      for (let from = 0; from < changes.length; from += atOnce) {
        const answers = await client.updateAssets({ items: changes.slice(from, from + atOnce).map((change) => ({ ...change })) });
        refused.push(...answers.flatMap(({ error }) => (error ? [Object.values(error.errors).flat()[0] ?? error.title] : [])));
      }
      return { changed: changes.length - refused.length, refused };
    },
    onMutate: async (changes) => {
      await cache.cancelQueries({ queryKey: key });
      const before = cache.getQueryData<FilmStructure>(key);
      cache.setQueryData<FilmStructure>(
        key,
        (film) => film && changes.reduce((now, { id, patch }) => patchShot(now, id, (shot) => patched(shot, patch)), film),
      );
      return { before };
    },
    onError: (_error, _changes, context) => {
      if (context?.before) cache.setQueryData(key, context.before);
    },
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: key }), cache.invalidateQueries({ queryKey: ['prompt'] })]),
  });
}
