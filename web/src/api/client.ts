import { base } from '@/lib/base';
import { reportReachable, reportUnreachable } from '@/live/connection';
import { DirectorClient } from './generated/director';
import { Problem, problemOf } from './problem';

/**
 * The fetch under the generated client. Refusals become a {@link Problem} here, before the generated code looks at the
 * status, so that every caller handles one kind of error. Reads revalidate through ETags by the browser's own cache.
 */
async function directorFetch(url: RequestInfo, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init, headers: headersOf(init) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reportUnreachable();
    throw new Problem(0, 'network', error instanceof Error ? error.message : String(error));
  }
  if (response.status === 502 || response.status === 503 || response.status === 504) reportUnreachable();
  else reportReachable();
  if (!response.ok && response.status !== 304) throw await problemOf(response);
  return response;
}

/**
 * The generated code sends optional headers that were left out as empty ones: they are taken out. Every POST gets a key of
 * its own, so that one the browser or a proxy repeats creates and spends once.
 */
function headersOf(init?: RequestInit): Headers {
  const headers = new Headers(init?.headers);
  for (const [name, value] of [...headers]) if (value === '') headers.delete(name);
  if (init?.method === 'POST' && !headers.has('Idempotency-Key')) headers.set('Idempotency-Key', uniqueKey());
  return headers;
}

/** crypto.randomUUID exists in secure contexts only; a crew in a LAN may be on plain HTTP. */
function uniqueKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const client = new DirectorClient(base, { fetch: directorFetch });
