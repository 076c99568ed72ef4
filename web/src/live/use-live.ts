import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { startLive, type LiveMessage } from './event-stream';
import { shownAhead } from './shown-ahead';
import { joinStale } from './stale';

/** Long enough to join a burst, short enough to feel live. */
const joinMs = 150;

/** Keeps what is on screen true: reads again what the server's events name. */
export function useLive(): void {
  const cache = useQueryClient();
  useEffect(() => {
    let waiting: LiveMessage[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      if (cache.isMutating({ mutationKey: shownAhead }) > 0) {
        timer = setTimeout(flush, joinMs);
        return;
      }
      const stale = joinStale(waiting);
      waiting = [];
      timer = undefined;
      for (const queryKey of stale) void cache.invalidateQueries({ queryKey });
    };
    const stop = startLive((message) => {
      waiting.push(message);
      timer ??= setTimeout(flush, joinMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache]);
}
