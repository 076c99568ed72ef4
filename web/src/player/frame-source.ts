import type { Rate } from '@/film/rate';

/** What a picture listens to: which frame is due, and how fast the next ones come. */
export interface FrameSource {
  subscribe(listener: () => void): () => void;
  currentFrame(): number;
  /** As a multiple of the rate; negative runs backwards, 0 stands still. */
  currentSpeed(): number;
}

/** A source that a clip may lead: what it presents is where the playhead is. */
export interface LeadableSource extends FrameSource {
  /** Takes the lead until the answer is called. */
  lead(): () => void;
  /** Says which frame is on the screen. */
  presented(frame: number): void;
  /** Says that there is nothing after the frame on the screen. */
  ended(): void;
}

/**
 * A stretch of a longer programme, counted from its own beginning. Before it the first frame is due and after it the last,
 * both standing still: so the picture that comes next waits on its first frame, and a cut is nothing but showing it.
 */
export function stretchOf(source: FrameSource, start: number, frames: number): FrameSource {
  const at = () => source.currentFrame() - start;
  return {
    subscribe: (listener) => source.subscribe(listener),
    currentFrame: () => Math.max(0, Math.min(frames - 1, at())),
    currentSpeed: () => (at() >= 0 && at() < frames ? source.currentSpeed() : 0),
  };
}

/** The same playhead counted at another rate. */
export const countedAt = (source: FrameSource, from: Rate, to: Rate): FrameSource => ({
  subscribe: (listener) => source.subscribe(listener),
  currentFrame: () => atRate(source.currentFrame(), from, to),
  currentSpeed: () => source.currentSpeed(),
});

/** The frame of one rate that is on the screen when a frame of another begins; equal rates keep their numbers. */
export function atRate(frame: number, from: Rate, to: Rate): number {
  if (from.num * to.den === to.num * from.den) return frame;
  return Math.floor(((frame + 0.5) * from.den * to.num) / (from.num * to.den) + 1e-9);
}
