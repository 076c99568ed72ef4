import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';
import type { ShareLink, ShareLinkPatch } from '../types';

/** Changes a link against the version that is on screen. */
export function useUpdateShareLink() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ link, change }: { link: ShareLink; change: ShareLinkPatch }) =>
      client.updateShareLink(link.id, change, `"${link.version}"`),
    onSettled: () => cache.invalidateQueries({ queryKey: ['share', 'links'] }),
  });
}
