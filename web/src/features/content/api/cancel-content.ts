import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export function useCancelContent() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.cancelContent(id),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.content }),
  });
}
