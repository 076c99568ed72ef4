import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes in a file. */
export function useUpload() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => client.uploadContent(file.name.slice(-255), file),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.content }),
  });
}
