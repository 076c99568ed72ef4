import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';
import { presentPasskey } from '@/lib/passkey';
import { useAfterSignIn } from './after-sign-in';

export function useLoginWithPasskey() {
  return useMutation({
    mutationFn: async () => {
      const options = (await client.beginPasskeyLogin()).options as PublicKeyCredentialRequestOptionsJSON;
      return client.loginWithPasskey({ credential: await presentPasskey(options) });
    },
    onSuccess: useAfterSignIn(),
  });
}
