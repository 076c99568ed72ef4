import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';

/** Puts it aside, to be looked at only, or takes it up again. Everything that is shown of it changes with that. */
export function useArchiveWorkspace(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (archived: boolean) => (archived ? client.archiveWorkspace(id) : client.unarchiveWorkspace(id)),
    onSettled: () => cache.invalidateQueries(),
  });
}
