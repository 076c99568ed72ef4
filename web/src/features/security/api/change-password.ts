import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { ChangePasswordRequest } from '@/api/generated/director';
import { securityKeys } from './keys';

/** The other sign-ins end with the old password. */
export function useChangePassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: ChangePasswordRequest) => client.changePassword(request),
    onSuccess: () =>
      Promise.all([securityKeys.sessions, securityKeys.events].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
