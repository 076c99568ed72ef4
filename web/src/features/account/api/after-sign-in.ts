import { useQueryClient } from '@tanstack/react-query';
import { noteSignedIn } from '@/state/session';

/** Somebody else may have been signed in before: whatever was read is read again. */
export function useAfterSignIn() {
  const cache = useQueryClient();
  return () => {
    noteSignedIn();
    return cache.resetQueries();
  };
}
