import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Note } from '@/api/types';

export function useDeleteNote() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (note: Note) => client.deleteNote(note.takeId, note.id, `"${note.version}"`),
    onSettled: (_done, _error, note) => cache.invalidateQueries({ queryKey: keys.notes(note.takeId) }),
  });
}
