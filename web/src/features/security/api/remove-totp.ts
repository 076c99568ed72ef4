import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useRemoveTotp() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => client.removeTotp({ password }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['security'] }),
  });
}
