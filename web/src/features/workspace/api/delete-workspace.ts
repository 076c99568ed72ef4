import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useDeleteWorkspace(id: string) {
  return useMutation({ mutationFn: (slug: string) => client.deleteWorkspace(id, slug) });
}
