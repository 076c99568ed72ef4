import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { SharedContent } from '@/api/types';
import { changeTakes, turnedAway } from './show-mark';

interface Words {
  takeId: string;
  text: string;
  /** Counted from 0. */
  frameIn: number;
}

export function useCreateSharedNote(token: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ takeId, ...note }: Words) => client.createSharedNote(token, takeId, note),
    onSuccess: (note) =>
      cache.setQueryData<SharedContent>(
        keys.guestContent(token),
        (content) =>
          content && changeTakes(content, (take) => (take.id === note.takeId ? { ...take, notes: [...take.notes, note] } : take)),
      ),
    onError: (error) => turnedAway(cache, token, error),
  });
}
