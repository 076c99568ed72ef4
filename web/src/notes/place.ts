import type { FrameSource } from '@/player/frame-source';
import type { Range } from '@/player/player';

/** Where notes on a take are written and looked up: its playhead, counted in its own frames. */
export interface NotePlace {
  source: FrameSource;
  seek(frame: number): void;
  pause(): void;
  /** The marked stretch, if there is one. */
  range(): Range;
}
