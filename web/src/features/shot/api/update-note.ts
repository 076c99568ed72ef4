import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Note } from '@/api/types';

/** Changes what a note says, or whether it was dealt with, against the version that is on screen. */
export function useUpdateNote() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ note, change }: { note: Note; change: { text?: string; resolved?: boolean } }) =>
      client.updateNote(note.takeId, note.id, change, `"${note.version}"`),
    onSettled: (_changed, _error, { note }) => cache.invalidateQueries({ queryKey: keys.notes(note.takeId) }),
  });
}
