import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';

export function useCancelGeneration() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (generationId: string) => client.cancelGeneration(generationId),
    onSettled: () => cache.invalidateQueries({ queryKey: ['generations'] }),
  });
}
