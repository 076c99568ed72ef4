import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Makes a film of a text: scenes and shots are proposed from it. */
export function useMakeFilm() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.makeFilmOfContent(id),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.films }),
  });
}
