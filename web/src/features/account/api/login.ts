import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { LoginRequest } from '@/api/generated/director';
import { noteSignedIn } from '@/state/session';

export function useLogin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: LoginRequest) => client.login(request),
    onSuccess: () => {
      noteSignedIn();
      return cache.resetQueries();
    },
  });
}
