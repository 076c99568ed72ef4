import { useMemo } from 'react';
import { isVideo } from '@/api/media';
import type { Pictured } from '@/api/types';
import { parseRate, type Rate } from '@/film/rate';
import { useMeasured } from './measured';
import type { Player } from './player';
import { usePlayer } from './use-player';

export interface TakeLength {
  frames: number;
  rate: Rate;
}

/**
 * How a take is counted: a clip in its own frames at its own rate, so that a note's frame is a frame of the file; a still
 * as long as its shot runs, at the film's.
 */
export function takeLength(take: Pictured | undefined, shotFrames: number, filmRate: Rate, seconds?: number): TakeLength {
  if (!take?.media || !isVideo(take)) return { frames: shotFrames, rate: filmRate };
  const rate = take.media.frameRate ? parseRate(take.media.frameRate) : filmRate;
  const lasts = take.media.durationMs ? take.media.durationMs / 1000 : seconds;
  if (lasts === undefined) return { frames: shotFrames, rate };
  return { frames: Math.max(1, Math.round((lasts * rate.num) / rate.den)), rate };
}

/** The player of a take on view. Another take keeps the playhead where it is. */
export function useTakePlayer(take: Pictured | undefined, shotFrames: number, filmRate: Rate): TakeLength & { player: Player } {
  const seconds = useMeasured(take?.media?.sha256)?.seconds;
  const { frames, rate } = takeLength(take, shotFrames, filmRate, seconds);
  const steady = useMemo(() => ({ num: rate.num, den: rate.den }), [rate.num, rate.den]);
  const player = usePlayer(frames, steady);
  return { player, frames, rate: steady };
}
