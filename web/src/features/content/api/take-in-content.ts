import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** Takes in what lies at an address. */
export function useTakeIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ url, force }: { url: string; force?: boolean }) => client.takeInContent({ url, force }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.content }),
  });
}
