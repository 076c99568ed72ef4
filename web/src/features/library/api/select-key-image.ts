import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Chooses the picture that stands for an asset and goes along as its reference; null: none. */
export function useSelectKeyImage(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (imageId: string | null) => client.selectChild(id, { childId: imageId }),
    onSuccess: (asset) => cache.setQueryData(keys.asset(id), asset),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.assets }),
  });
}
