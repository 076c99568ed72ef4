import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** What a film may cost; null: no limit. It stands with the film's own details. */
export function useSetFilmBudget() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ filmId, budget }: { filmId: string; budget: number | null }) => {
      const film = await client.getAsset(filmId);
      return client.updateAsset(filmId, `"${film.version}"`, { details: { type: 'film', budget } });
    },
    onSettled: (_film, _error, { filmId }) =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.budgets }),
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
      ]),
  });
}
