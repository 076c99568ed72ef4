import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Has the demonstration film drawn; the answer comes when all of its takes are there, after a few seconds. */
export function useCreateDemoFilm() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => client.createDemoFilm(),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.films }),
  });
}
