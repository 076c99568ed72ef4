import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { showMark, turnedAway } from './show-mark';

export function useCircleSharedTake(token: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ takeId, circled }: { takeId: string; circled: boolean }) =>
      client.circleSharedTake(token, takeId, { circled }),
    onSuccess: (mark) => showMark(cache, token, mark),
    onError: (error) => turnedAway(cache, token, error),
  });
}
