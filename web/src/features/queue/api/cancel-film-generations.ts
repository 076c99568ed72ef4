import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

/** Takes back what of a film has not ended, at the providers too. */
export function useCancelFilmGenerations() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (filmId: string) => client.cancelFilmGenerations(filmId),
    onSettled: () => cache.invalidateQueries({ queryKey: ['generations'] }),
  });
}
