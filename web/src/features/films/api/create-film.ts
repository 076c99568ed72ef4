import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { CreateFilmRequest } from '@/api/generated/director';
import { keys } from '@/api/query-keys';

export function useCreateFilm() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateFilmRequest) => client.createFilm(request),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.films }),
  });
}
