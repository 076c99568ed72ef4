import type { Rate } from '@/film/rate';

/**
 * Which frame is due. The frame is always derived from one anchor by one integer division, never by adding up steps, so
 * ten minutes at 24000/1001 end on the same frame whatever the display's refresh rate was on the way.
 */
export interface Clock {
  readonly anchorMs: number;
  readonly anchorFrame: number;
  /** Frames a second as a multiple of the film's own rate; negative runs backwards, 0 stands still. */
  readonly speed: number;
}

export const stopped = (frame: number): Clock => ({ anchorMs: 0, anchorFrame: frame, speed: 0 });

export const started = (nowMs: number, frame: number, speed: number): Clock => ({ anchorMs: nowMs, anchorFrame: frame, speed });

export function frameAt(clock: Clock, nowMs: number, rate: Rate): number {
  if (clock.speed === 0) return clock.anchorFrame;
  const elapsed = Math.max(0, nowMs - clock.anchorMs);
  const passed = Math.floor((elapsed * Math.abs(clock.speed) * rate.num) / (rate.den * 1000) + 1e-6);
  return clock.anchorFrame + Math.sign(clock.speed) * passed;
}

const speeds = [1, 2, 4, 8] as const;

/** J and L: each press in the running direction doubles up to ±8×; the other direction starts again at ±1×. */
export function shuttled(speed: number, direction: 1 | -1): number {
  if (Math.sign(speed) !== direction) return direction;
  const next = speeds.find((candidate) => candidate > Math.abs(speed)) ?? 8;
  return direction * next;
}

/** The middle of a frame: the only time a video seek lands on it for certain. */
export const seekSeconds = (frame: number, rate: Rate): number => ((frame + 0.5) * rate.den) / rate.num;
