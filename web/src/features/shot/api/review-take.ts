import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** approved, needsRevision or rejected; null takes the review back. */
export interface Review {
  takeId: string;
  verdict: string | null;
}

export function useReviewTake(shotId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ takeId, verdict }: Review) =>
      verdict === null ? client.resetTakeReview(takeId) : client.reviewTake(takeId, { verdict }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.takes(shotId) }),
  });
}
