import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Adds a shot at the end of a scene, or of the film when it has no scene. */
export function useAddShot(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ sceneId, description }: { sceneId: string | null; description: string }) =>
      sceneId ? client.addShotToScene(sceneId, { description }) : client.addShotToFilm(filmId, { description }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
  });
}
