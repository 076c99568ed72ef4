import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useUndoEvent() {
  const cache = useQueryClient();
  return useMutation({ mutationFn: (eventId: string) => client.undoEvent(eventId), onSettled: () => cache.invalidateQueries() });
}
