import type { Rate } from '@/film/rate';
import type { LeadableSource } from './frame-source';
import { frameAt, shuttled, started, stopped, type Clock } from './clock';

/** Where time comes from; tests bring their own. */
export interface TimeSource {
  now(): number;
  schedule(tick: () => void): number;
  cancel(handle: number): void;
}

const display: TimeSource = {
  now: () => performance.now(),
  schedule: (tick) => requestAnimationFrame(tick),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** A stretch that is played instead of the whole; null is the natural end. Both frames are part of it. */
export interface Range {
  readonly in: number | null;
  readonly out: number | null;
}

const whole: Range = { in: null, out: null };

/**
 * Plays a number of frames at a rate. Holds frame and speed; whoever shows pictures listens. Time is the display's own,
 * except while a clip leads: then the frame is the one that the clip has put on the screen.
 */
export class Player implements LeadableSource {
  private clock: Clock = stopped(0);
  private frame = 0;
  private frames: number;
  private rate: Rate;
  private handle = 0;
  private readonly listeners = new Set<() => void>();
  private readonly time: TimeSource;
  private looping = false;
  private range = whole;
  private leaders = 0;

  constructor(frames: number, rate: Rate, time: TimeSource = display) {
    this.frames = frames;
    this.rate = rate;
    this.time = time;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.pause();
    };
  };
  readonly currentFrame = (): number => this.frame;
  readonly currentSpeed = (): number => this.clock.speed;
  readonly isLooping = (): boolean => this.looping;
  readonly currentRange = (): Range => this.range;

  get lastFrame(): number {
    return Math.max(0, this.frames - 1);
  }
  private get begin(): number {
    return Math.min(this.range.in ?? 0, this.lastFrame);
  }
  private get end(): number {
    return Math.min(this.range.out ?? this.lastFrame, this.lastFrame);
  }

  toggleLoop(): void {
    this.looping = !this.looping;
    this.tell();
  }

  /** Begins or ends the range at the playhead; again at the same frame takes it back. */
  mark(end: 'in' | 'out'): void {
    const { frame } = this;
    const marked = { ...this.range, [end]: this.range[end] === frame ? null : frame };
    if (marked.in !== null && marked.out !== null && marked.in > marked.out) marked[end === 'in' ? 'out' : 'in'] = null;
    this.setRange(marked);
  }

  setRange(range: Range): void {
    this.range = range.in === null && range.out === null ? whole : range;
    this.tell();
  }

  readonly lead = (): (() => void) => {
    this.leaders++;
    return () => {
      this.leaders--;
      // The clock goes on from what the clip showed last.
      if (this.clock.speed !== 0) this.run(this.clock.speed, this.frame);
    };
  };

  readonly presented = (frame: number): void => {
    if (!this.isLed || frame < this.frame - 1) return;
    if (frame >= this.end && this.frame <= this.end) {
      this.frame = this.end;
      this.atEnd();
    } else if (frame !== this.frame) {
      this.frame = Math.min(frame, this.lastFrame);
      this.tell();
    }
  };

  readonly ended = (): void => {
    if (this.isLed) this.atEnd();
  };

  /** A film that grew or shrank while it is open: the frame stays, the end moves. */
  resize(frames: number, rate: Rate): void {
    if (frames === this.frames && rate.num === this.rate.num && rate.den === this.rate.den) return;
    this.frames = frames;
    this.rate = rate;
    this.run(this.clock.speed, Math.min(this.frame, this.lastFrame));
  }

  toggle(): void {
    if (this.clock.speed !== 0) this.pause();
    else this.run(1, this.frame >= this.end || this.frame < this.begin ? this.begin : this.frame);
  }

  pause(): void {
    this.run(0, this.frame);
  }

  shuttle(direction: 1 | -1): void {
    this.run(shuttled(this.clock.speed, direction), this.frame);
  }

  /** Stops and moves by frames. */
  step(by: number): void {
    this.run(0, this.frame + by);
  }

  /** Moves and goes on as before. */
  seek(frame: number): void {
    this.run(this.clock.speed, frame);
  }

  private get isLed(): boolean {
    return this.leaders > 0 && this.clock.speed > 0;
  }

  private atEnd(): void {
    if (this.looping) this.run(this.clock.speed, this.clock.speed < 0 ? this.end : this.begin);
    else this.run(0, this.frame);
  }

  private run(speed: number, frame: number): void {
    this.time.cancel(this.handle);
    this.frame = Math.max(0, Math.min(this.lastFrame, Math.floor(frame)));
    this.clock = speed === 0 ? stopped(this.frame) : started(this.time.now(), this.frame, speed);
    if (speed !== 0) this.handle = this.time.schedule(this.tick);
    this.tell();
  }

  private readonly tick = (): void => {
    if (this.isLed) return;
    const due = frameAt(this.clock, this.time.now(), this.rate);
    // Beyond a mark only what came from within it stops: somebody who looks past the range is let be.
    const over = due > this.lastFrame || (due > this.end && this.frame <= this.end);
    const under = due < 0 || (due < this.begin && this.frame >= this.begin);
    if (over || under) {
      if (!this.looping) this.frame = over ? Math.min(this.end, this.lastFrame) : this.begin;
      this.atEnd();
      return;
    }
    this.handle = this.time.schedule(this.tick);
    if (due === this.frame) return;
    this.frame = due;
    this.tell();
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
