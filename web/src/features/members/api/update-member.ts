import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import { workspaceKeys } from '@/api/workspace-keys';

/** One's own role changes what one may do: that is read again too. */
export function useUpdateMember(workspaceId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: string }) => client.updateMember(workspaceId, userId, { role }),
    onSettled: () =>
      Promise.all([workspaceKeys.one(workspaceId), keys.me].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
