import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useRemoveMember(workspaceId: string) {
  return useMutation({ mutationFn: (userId: string) => client.removeMember(workspaceId, userId) });
}
