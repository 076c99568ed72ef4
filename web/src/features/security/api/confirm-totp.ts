import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { securityKeys } from './keys';

export function useConfirmTotp() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => client.confirmTotp({ code }),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['security'] }),
    onError: () => void cache.invalidateQueries({ queryKey: securityKeys.events }),
  });
}
