import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { WorkspacePatch } from '@/api/generated/director';
import { keys } from '@/api/query-keys';
import { workspaceKeys } from '@/api/workspace-keys';

/** Refused when somebody else changed it since it was read: `version` says which one was on the screen. */
export function useUpdateWorkspace(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, version }: { patch: WorkspacePatch; version: number }) =>
      client.updateWorkspace(id, patch, `"${version}"`),
    onSettled: () =>
      Promise.all([workspaceKeys.one(id), keys.me, ['workspaces']].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
