import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { SetUpRequest } from '@/api/generated/director';
import { noteSignedIn } from '@/state/session';

export function useSetUp() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: SetUpRequest) => client.setUp(request),
    onSuccess: () => {
      noteSignedIn();
      return cache.resetQueries();
    },
  });
}
