import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export function useCreateScene(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => client.createScene(filmId, { name }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
  });
}
