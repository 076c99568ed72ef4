import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

/** Takes back what of a shot has not ended, at the provider too. */
export function useCancelShotGenerations() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (shotId: string) => client.cancelShotGenerations(shotId),
    onSettled: () => cache.invalidateQueries({ queryKey: ['generations'] }),
  });
}
