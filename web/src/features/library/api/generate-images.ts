import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { GenerateImagesRequest } from '@/api/types';

/** Asks for reference images of a character, location, prop or style. */
export function useGenerateImages(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: GenerateImagesRequest) => client.generateImages(id, undefined, request),
    onSettled: () => cache.invalidateQueries({ queryKey: ['generations'] }),
  });
}
