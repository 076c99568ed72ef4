import { useCallback, useSyncExternalStore } from 'react';
import { segmentAt, type Segment, type Timeline } from '@/film/timeline';
import type { Player } from '@/player/player';

/** The shot that is on the screen. Asks to be drawn again at cuts alone, not with every frame. */
export function useSegment(player: Player, timeline: Timeline): Segment | undefined {
  const here = useCallback(() => segmentAt(timeline, player.currentFrame()), [player, timeline]);
  return useSyncExternalStore(player.subscribe, here);
}
