import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useRevokeSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.revokeSession(id),
    onSettled: () => cache.invalidateQueries({ queryKey: ['security'] }),
  });
}
