import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { createStore } from './store';
import { answer } from './routes';

/** `npm run dev:fake`: an API in memory behind the dev server, for work on the screens without a server. Never built in. */
export function fakeBackend(): Plugin {
  return {
    name: 'director-fake-backend',
    apply: 'serve',
    configureServer(server) {
      const store = createStore();
      server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (!request.url?.startsWith('/api/')) return next();
        void answer(store, request, response);
      });
    },
  };
}
