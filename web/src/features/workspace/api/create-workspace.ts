import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { CreateWorkspaceRequest } from '@/api/generated/director';

export function useCreateWorkspace() {
  return useMutation({ mutationFn: (request: CreateWorkspaceRequest) => client.createWorkspace(request) });
}
