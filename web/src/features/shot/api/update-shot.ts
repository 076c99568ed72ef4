import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { FilmStructure, Shot } from '@/api/types';
import { patchShot } from '@/film/patch-structure';

export type ShotChange = Partial<Omit<Shot['details'], 'type'>>;

/** Changes what the shot says of itself, against the version that is on screen. */
export function useUpdateShot(filmId: string) {
  const cache = useQueryClient();
  const key = keys.structure(filmId);
  return useMutation({
    mutationFn: ({ shot, change }: { shot: Shot; change: ShotChange }) =>
      client.updateAsset(shot.id, `"${shot.version}"`, { details: { type: 'shot', ...change } }),
    onMutate: ({ shot, change }) => {
      const before = cache.getQueryData<FilmStructure>(key);
      cache.setQueryData<FilmStructure>(
        key,
        (film) => film && patchShot(film, shot.id, (old) => ({ ...old, details: { ...old.details, ...change } })),
      );
      return { before };
    },
    onSuccess: (asset, { shot }) =>
      cache.setQueryData<FilmStructure>(
        key,
        (film) => film && patchShot(film, shot.id, (old) => ({ ...old, version: asset.version })),
      ),
    onError: (_error, _change, context) => {
      if (context?.before) cache.setQueryData(key, context.before);
      return cache.invalidateQueries({ queryKey: key });
    },
  });
}
