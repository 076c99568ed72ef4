import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Makes a character, location, prop or style of the workspace and casts it in the film. */
export function useCreateCastMember(filmId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ type, name }: { type: string; name: string }) => {
      const asset = await client.createAsset({ type, name });
      await client.castCharacter(filmId, { characterId: asset.id });
      return asset;
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.assets }),
        cache.invalidateQueries({ queryKey: keys.structure(filmId) }),
      ]),
  });
}
