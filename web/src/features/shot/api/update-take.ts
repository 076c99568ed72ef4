import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Take } from '@/api/types';

export interface TakeChange {
  circled?: boolean;
  /** 0 takes the stars back. */
  rating?: number;
  notes?: string;
  rejected?: boolean;
}

/** Shows the change at once and takes it back when the server refuses. */
export function useUpdateTake(shotId: string) {
  const cache = useQueryClient();
  const key = keys.takes(shotId);
  return useMutation({
    mutationFn: ({ takeId, change }: { takeId: string; change: TakeChange }) => client.updateTake(takeId, change),
    onMutate: async ({ takeId, change }) => {
      await cache.cancelQueries({ queryKey: key });
      const before = cache.getQueryData<Take[]>(key);
      cache.setQueryData<Take[]>(key, (takes) => takes?.map((take) => (take.id === takeId ? changed(take, change) : take)));
      return { before };
    },
    onError: (_error, _change, context) => {
      if (context?.before) cache.setQueryData(key, context.before);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
}

function changed(take: Take, { circled, rating, notes, rejected }: TakeChange): Take {
  return {
    ...take,
    circled: circled ?? take.circled,
    rating: rating === undefined ? take.rating : rating,
    verdict: rejected === undefined ? take.verdict : rejected ? 'rejected' : null,
    details: notes === undefined ? take.details : { ...take.details, directorNotes: notes },
  };
}
