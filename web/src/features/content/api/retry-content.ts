import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export function useRetryContent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.retryContent(id),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.content }),
  });
}
