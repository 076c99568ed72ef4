import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';
import type { GenerateShotTakesRequest } from '../generated/director';
import { keys } from '../query-keys';

export type { GenerateShotTakesRequest };

export function useGenerateShotTakes(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ shotId, request }: { shotId: string; request: GenerateShotTakesRequest }) =>
      client.generateShotTakes(shotId, undefined, request),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
        cache.invalidateQueries({ queryKey: ['generations'] }),
      ]),
  });
}
