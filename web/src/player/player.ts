import type { Rate } from '@/film/rate';
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

/** Plays a number of frames at a rate. Holds frame and speed; whoever shows pictures listens. */
export class Player {
  private clock: Clock = stopped(0);
  private frame = 0;
  private frames: number;
  private rate: Rate;
  private handle = 0;
  private readonly listeners = new Set<() => void>();
  private readonly time: TimeSource;
  private looping = false;

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

  get lastFrame(): number {
    return Math.max(0, this.frames - 1);
  }

  toggleLoop(): void {
    this.looping = !this.looping;
    this.tell();
  }

  /** A film that grew or shrank while it is open: the frame stays, the end moves. */
  resize(frames: number, rate: Rate): void {
    if (frames === this.frames && rate.num === this.rate.num && rate.den === this.rate.den) return;
    this.frames = frames;
    this.rate = rate;
    this.run(this.clock.speed, Math.min(this.frame, this.lastFrame));
  }

  toggle(): void {
    if (this.clock.speed !== 0) this.pause();
    else this.run(1, this.frame >= this.lastFrame ? 0 : this.frame);
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

  private run(speed: number, frame: number): void {
    this.time.cancel(this.handle);
    this.frame = Math.max(0, Math.min(this.lastFrame, Math.floor(frame)));
    this.clock = speed === 0 ? stopped(this.frame) : started(this.time.now(), this.frame, speed);
    if (speed !== 0) this.handle = this.time.schedule(this.tick);
    this.tell();
  }

  private readonly tick = (): void => {
    const due = frameAt(this.clock, this.time.now(), this.rate);
    if (due > this.lastFrame || due < 0) {
      if (this.looping && this.frames > 0) this.run(this.clock.speed, due < 0 ? this.lastFrame : 0);
      else this.run(0, due);
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
