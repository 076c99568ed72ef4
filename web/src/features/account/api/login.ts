import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { LoginRequest } from '@/api/generated/director';
import { useAfterSignIn } from './after-sign-in';

export function useLogin() {
  return useMutation({
    mutationFn: (request: LoginRequest) => client.login(request),
    onSuccess: useAfterSignIn(),
  });
}
