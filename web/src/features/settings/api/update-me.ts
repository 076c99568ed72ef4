import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export function useUpdateMe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => client.updateMe({ name }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.me }),
  });
}
