import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ShotLinks } from '@/api/types';

/** Replaces what a shot is made with, list by list; a list that is left out stays. */
export function useLinkShotAssets(filmId: string, shotId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (links: ShotLinks) => client.linkShotAssets(shotId, links),
    onSuccess: (shot) => cache.setQueryData(keys.shot(shotId), shot),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ['prompt', shotId] }),
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
        cache.invalidateQueries({ queryKey: keys.assets }),
      ]),
  });
}
