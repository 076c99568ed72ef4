import { useMutation } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { AcceptInvitationRequest } from '@/api/generated/director';
import { chooseWorkspace } from '@/state/workspace';
import { useAfterSignIn } from './after-sign-in';

/** Joins as whoever is signed in, or with a new account when one is given; what was joined is what is shown next. */
export function useAcceptInvitation(token: string) {
  const afterSignIn = useAfterSignIn();
  return useMutation({
    mutationFn: (account: AcceptInvitationRequest | null) => client.acceptInvitation(token, account ?? {}),
    onSuccess: (joined) => {
      chooseWorkspace(joined.workspaceId);
      return afterSignIn();
    },
  });
}
