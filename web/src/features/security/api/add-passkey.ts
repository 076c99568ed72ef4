import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { makePasskey } from '@/lib/passkey';

export function useAddPasskey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const { options } = await client.beginPasskey();
      return client.addPasskey({ name, credential: await makePasskey(options as PublicKeyCredentialCreationOptionsJSON) });
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['security'] }),
  });
}
