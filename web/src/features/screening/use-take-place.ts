import { useMemo } from 'react';
import { isVideo } from '@/api/media';
import type { Pictured } from '@/api/types';
import { parseRate } from '@/film/rate';
import type { Segment, Timeline } from '@/film/timeline';
import type { NotePlace } from '@/notes/place';
import { atRate, countedAt, stretchOf } from '@/player/frame-source';
import type { Player } from '@/player/player';

/** The playhead of the take on the screen in its own frames, however long the film is before it. */
export function useTakePlace(player: Player, timeline: Timeline, segment: Segment | undefined, take: Pictured | null): NotePlace {
  const start = segment?.start ?? 0;
  const frames = segment?.frames ?? 1;
  const filmRate = timeline.rate;
  const own = take && isVideo(take) ? take.media?.frameRate : null;
  return useMemo(() => {
    const rate = own ? parseRate(own) : filmRate;
    const mark = (frame: number | null) =>
      frame === null || frame < start || frame >= start + frames ? null : atRate(frame - start, filmRate, rate);
    return {
      source: countedAt(stretchOf(player, start, frames), filmRate, rate),
      seek: (frame: number) => player.seek(start + Math.min(frames - 1, atRate(frame, rate, filmRate))),
      pause: () => player.pause(),
      range: () => {
        const range = player.currentRange();
        return { in: mark(range.in), out: mark(range.out) };
      },
    };
  }, [player, start, frames, filmRate, own]);
}
