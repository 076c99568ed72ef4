import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';

export function useBeginTotp() {
  return useMutation({ mutationFn: () => client.beginTotp() });
}
