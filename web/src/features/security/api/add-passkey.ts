import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { makePasskey } from '@/lib/passkey';

export function useAddPasskey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const options = (await client.beginPasskey()).options as PublicKeyCredentialCreationOptionsJSON;
      return client.addPasskey({ name, credential: await makePasskey(options) });
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['security'] }),
  });
}
