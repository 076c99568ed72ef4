import { DirectorClient, DirectorError, type Problem } from './director.js';

export * from './director.js';

/** How a client reaches its server. */
export interface Connection {
  /** An access token of a sign-in with `mode: 'token'`, or an API key; asked for at every call, so that it may change. */
  token?: () => string | undefined;
  /** Slug or id of the workspace meant; needed by callers that have several. */
  workspace?: string;
  /** Another `fetch`. */
  fetch?: (url: RequestInfo, init?: RequestInit) => Promise<Response>;
}

/**
 * A client of the server at `address`, such as `http://localhost:5080`.
 * Refusals are thrown as {@link DirectorError}; {@link problemOf} reads what they say.
 */
export function connect(address: string, connection: Connection = {}): DirectorClient {
  const send = connection.fetch ?? ((url: RequestInfo, init?: RequestInit) => fetch(url, init));
  return new DirectorClient(address.replace(/\/$/, ''), {
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      const token = connection.token?.();
      if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
      if (connection.workspace !== undefined) headers.set('X-Workspace', connection.workspace);
      return send(url, { ...init, headers });
    },
  });
}

/** The problem that a refusal carries; null for any other error. */
export function problemOf(error: unknown): Problem | null {
  return DirectorError.isDirectorError(error) && isProblem(error.result) ? error.result : null;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}
