import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { showMark, turnedAway } from './show-mark';

export function useSelectSharedTake(token: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (takeId: string) => client.selectSharedTake(token, takeId),
    onSuccess: (mark) => showMark(cache, token, mark),
    onError: (error) => turnedAway(cache, token, error),
  });
}
