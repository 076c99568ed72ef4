import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { ResetPasswordRequest } from '@/api/generated/director';

export function useResetPassword() {
  return useMutation({ mutationFn: (request: ResetPasswordRequest) => client.resetPassword(request) });
}
