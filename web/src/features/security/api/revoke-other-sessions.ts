import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useRevokeOtherSessions() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => client.revokeOtherSessions(),
    onSettled: () => cache.invalidateQueries({ queryKey: ['security'] }),
  });
}
