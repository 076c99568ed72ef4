import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { Problem } from '@/api/problem';
import { keys } from '@/api/query-keys';
import { Toasts } from '@/components/Toasts';
import { router } from './router';

/** A session that ended anywhere is over everywhere: asking for the account again leads to the sign-in page. */
function onSessionEnd(error: unknown): void {
  if (error instanceof Problem && error.status === 401) void cache.invalidateQueries({ queryKey: keys.me });
}

const cache: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== keys.me[0] && onSessionEnd(error) }),
  mutationCache: new MutationCache({ onError: onSessionEnd }),
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: true,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  );
}
