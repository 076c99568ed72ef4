import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';

export function useRetryGeneration() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (generationId: string) => client.retryGeneration(generationId),
    onSettled: () => cache.invalidateQueries({ queryKey: ['generations'] }),
  });
}
