import { base } from '@/lib/base';
import { reportReachable, reportUnreachable } from './connection';

/** One entry of the activity log as the stream sends it. */
export interface LiveEvent {
  id: string;
  kind: string;
  subjectId: string;
  subjectType: string;
  rootId: string | null;
}

export type LiveMessage = { type: 'event'; event: LiveEvent } | { type: 'reset' } | { type: 'refused' };

const channelName = `director.live${base}`;
const streamUrl = `${base}/api/events/stream`;

/**
 * One stream a browser: the tab that holds the lock reads the server's events and tells the others. When it closes, the
 * lock passes on, and the next reader asks everybody to read afresh, since it cannot know what went by in between.
 * Browsers without locks (plain HTTP in a LAN) read in each tab.
 */
export function startLive(deliver: (message: LiveMessage) => void): () => void {
  const stop = new AbortController();
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(channelName) : null;
  channel?.addEventListener('message', (message: MessageEvent<LiveMessage>) => deliver(message.data));
  const tell = (message: LiveMessage) => {
    deliver(message);
    channel?.postMessage(message);
  };
  if (!('locks' in navigator)) {
    void readStream(deliver, stop.signal);
  } else {
    navigator.locks
      .request(channelName, { signal: stop.signal }, () => readStream(tell, stop.signal))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
      });
  }
  return () => {
    stop.abort();
    channel?.close();
  };
}

/** Reads until told to stop. The browser reconnects by itself, resuming by Last-Event-ID. */
function readStream(tell: (message: LiveMessage) => void, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    let source: EventSource | null = null;
    let wasOpen = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(streamUrl);
      source.addEventListener('open', () => {
        reportReachable();
        if (wasOpen) tell({ type: 'reset' });
        wasOpen = true;
      });
      source.addEventListener('message', (message) => receive(message, tell));
      source.addEventListener('activity', (message) => receive(message, tell));
      source.addEventListener('reset', () => tell({ type: 'reset' }));
      source.addEventListener('error', () => {
        reportUnreachable();
        // A refused stream (a restart, a proxy's 502) is closed for good by the browser: begin again ourselves.
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(open, 2000);
        tell({ type: 'refused' });
      });
    };
    stop.addEventListener('abort', () => {
      clearTimeout(retry);
      source?.close();
      done();
    });
    open();
  });
}

function receive(message: MessageEvent, tell: (message: LiveMessage) => void): void {
  const event = parseEvent(String(message.data));
  if (event) tell({ type: 'event', event });
}

/** Null for anything that is not an event of ours: a stream must not be able to break the page. */
export function parseEvent(data: string): LiveEvent | null {
  try {
    const raw = JSON.parse(data) as Partial<LiveEvent> | null;
    if (!raw || typeof raw.id !== 'string' || typeof raw.kind !== 'string') return null;
    return {
      id: raw.id,
      kind: raw.kind,
      subjectId: raw.subjectId ?? '',
      subjectType: raw.subjectType ?? '',
      rootId: raw.rootId ?? null,
    };
  } catch {
    return null;
  }
}
