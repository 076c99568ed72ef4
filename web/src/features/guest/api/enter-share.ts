import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export function useEnterShare(token: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (said: { guestName: string; passphrase: string | null }) => client.enterShare(token, said),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.guest(token) }),
  });
}
