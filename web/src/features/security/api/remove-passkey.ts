import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useRemovePasskey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.removePasskey(id),
    onSettled: () => cache.invalidateQueries({ queryKey: ['security'] }),
  });
}
