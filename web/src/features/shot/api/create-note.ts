import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export interface NoteDraft {
  takeId: string;
  text: string;
  /** Counted from 0. */
  frameIn: number;
  frameOut?: number | null;
}

export function useCreateNote() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ takeId, ...note }: NoteDraft) => client.createNote(takeId, note),
    onSuccess: (_note, { takeId }) => cache.invalidateQueries({ queryKey: keys.notes(takeId) }),
  });
}
