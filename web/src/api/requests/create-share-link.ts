import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../client';
import type { NewShareLink } from '../types';

export function useCreateShareLink() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (link: NewShareLink) => client.createShareLink(link),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['share', 'links'] }),
  });
}
