import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';

/** Its guests are out from that moment on. */
export function useRevokeShareLink() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => client.revokeShareLink(linkId),
    onSettled: () => cache.invalidateQueries({ queryKey: ['share', 'links'] }),
  });
}
