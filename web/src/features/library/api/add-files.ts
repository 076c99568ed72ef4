import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

const typeOf = (file: File) => /^(image|video|audio)\//.exec(file.type)?.[1];

/** Whether a file can become an asset: a picture, a clip or a sound, by what the browser takes it for. */
export const canAdd = (file: File): boolean => typeOf(file) !== undefined;

/** Makes an asset of each file, one after the other; below another asset when one is named. The server judges the bytes. */
export function useAddFiles(parentId?: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files.filter(canAdd)) {
        const name = file.name.replace(/\.[^.]+$/, '').slice(0, 200) || file.name;
        const asset = await client.createAsset({ type: typeOf(file)!, name, parentId, source: 'upload' });
        try {
          await client.putMedia(asset.id, file);
        } catch (error) {
          // An asset without its file would be in everybody's way.
          await client.deleteAsset(asset.id);
          throw error;
        }
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.assets }),
  });
}
