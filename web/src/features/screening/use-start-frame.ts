import { useEffect, useRef } from 'react';
import { shotCode } from '@/film/structure';
import type { Timeline } from '@/film/timeline';
import type { Player } from '@/player/player';

/** Starts where the address says: at a shot (`from`) or at a frame of the film (`f`). Once, or it would pull the playhead back. */
export function useStartFrame(player: Player, timeline: Timeline, search: URLSearchParams): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const frame = Number(search.get('f') ?? NaN);
    const from = search.get('from');
    const segment = timeline.segments.find(({ shot }) => shotCode(shot) === from);
    if (Number.isInteger(frame)) player.seek(frame);
    else if (segment) player.seek(segment.start);
  }, [player, timeline, search]);
}
