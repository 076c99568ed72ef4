import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useRequestPasswordReset() {
  return useMutation({ mutationFn: (email: string) => client.requestPasswordReset({ email }) });
}
