import type { Rate } from '@/film/rate';
import { seekSeconds } from './clock';

/** How far a follower may be from its due frame before it is sought instead of hurried. */
const reach = 10;
/** Each frame of lag changes the pace by this share, at most to a third: pitch stays, the eye sees nothing. */
const pull = 0.06;

/** Frames that a fast clip may be past its target when the first of them is shown; and how many others are let pass before. */
const mostAhead = 16;
const mostStrays = 3;

const lacksCallback = (video: HTMLVideoElement) => !('requestVideoFrameCallback' in video);

/**
 * One video element by frames. It is sought to the middle of a frame, (n + ½)/rate, because a time on the edge between
 * two frames shows either; and what is on the screen is never assumed but read from the frame callback's `mediaTime`.
 */
export class FrameVideo {
  /** The frame on the screen; −1 until there is one. */
  shown = -1;
  private readonly video: HTMLVideoElement;
  private readonly rate: Rate;
  private readonly onShown: (frame: number) => void;
  /** Where the running seek goes, and where the next one is to go. */
  private seeking: number | null = null;
  private wanted: number | null = null;
  /** A seek's frame until it is on the screen: what was under way before does not count. */
  private settling: number | null = null;
  private strays = 0;
  private callback = 0;
  private disposed = false;

  constructor(video: HTMLVideoElement, rate: Rate, onShown: (frame: number) => void) {
    this.video = video;
    this.rate = rate;
    this.onShown = onShown;
    video.addEventListener('seeked', this.arrived);
    video.addEventListener('loadedmetadata', this.arrived);
    this.listen();
  }

  /** The clip's last frame; unknown until its header is there. */
  get last(): number {
    const { duration } = this.video;
    if (!Number.isFinite(duration)) return Number.MAX_SAFE_INTEGER;
    return Math.max(0, Math.round((duration * this.rate.num) / this.rate.den) - 1);
  }

  /** Shows a frame and stands still. Many calls in a row make few seeks: only the latest counts. */
  hold(frame: number): void {
    const ran = !this.video.paused;
    if (ran) this.video.pause();
    // What was presented last need not be what a pause leaves on the screen: it is sought again.
    this.seek(frame, ran);
  }

  /** Plays on from a frame. Calling it while it runs there already changes nothing but the speed. */
  run(frame: number, speed: number): void {
    this.pace(speed);
    const there = this.seeking === null && Math.abs(frame - this.shown) <= Math.max(2, speed * 2);
    if (!there && this.wanted !== frame) this.seek(frame, true);
    if (this.video.paused) this.start();
  }

  /** Plays beside something else that says which frame is due: hurries or waits a little, seeks when it is far off. */
  chase(due: number, speed: number): void {
    const frame = Math.min(due, this.last);
    if (this.video.paused || this.video.ended) {
      if (due <= this.last) this.run(due, speed);
      else this.seek(frame, false);
      return;
    }
    if (this.seeking !== null) return;
    const drift = this.shown - frame;
    if (Math.abs(drift) > reach * speed) this.seek(frame + speed, true);
    else this.pace(speed * Math.max(0.67, Math.min(1.33, 1 - drift * pull)));
  }

  dispose(): void {
    this.disposed = true;
    this.video.removeEventListener('seeked', this.arrived);
    this.video.removeEventListener('loadedmetadata', this.arrived);
    if (lacksCallback(this.video)) cancelAnimationFrame(this.callback);
    else this.video.cancelVideoFrameCallback(this.callback);
    this.video.pause();
  }

  private start(): void {
    this.video.play().catch((error: unknown) => {
      // A browser that lets nothing sound before somebody touched the page still shows it.
      if (this.disposed || !(error instanceof DOMException) || error.name !== 'NotAllowedError' || this.video.muted) return;
      this.video.muted = true;
      void this.video.play().catch(() => undefined);
    });
  }

  private pace(speed: number): void {
    if (this.video.playbackRate !== speed) this.video.playbackRate = speed;
  }

  private seek(frame: number, always: boolean): void {
    const target = Math.max(0, Math.min(this.last, frame));
    if (!always && this.seeking === null && target === this.shown && this.wanted === null) return;
    if (this.seeking === target) {
      this.wanted = null;
      return;
    }
    this.wanted = target;
    if (this.seeking === null && this.video.readyState > 0) this.depart();
  }

  private depart(): void {
    if (this.wanted === null) return;
    this.seeking = Math.min(this.wanted, this.last);
    this.wanted = null;
    this.settling = this.seeking;
    this.strays = 0;
    this.video.currentTime = seekSeconds(this.seeking, this.rate);
  }

  private readonly arrived = (): void => {
    this.seeking = null;
    this.depart();
  };

  private listen(): void {
    if (this.disposed) return;
    if (lacksCallback(this.video)) {
      this.callback = requestAnimationFrame(() => {
        if (this.video.readyState > 1 && !this.video.seeking)
          this.present(Math.floor((this.video.currentTime * this.rate.num) / this.rate.den));
        this.listen();
      });
      return;
    }
    this.callback = this.video.requestVideoFrameCallback((_now, { mediaTime }) => {
      // A container that keeps milliseconds puts a frame's time a little before or after its true one.
      this.present(Math.round((mediaTime * this.rate.num) / this.rate.den));
      this.listen();
    });
  }

  private present(frame: number): void {
    const changed = frame !== this.shown;
    this.shown = frame;
    this.video.dataset.frame = String(frame);
    if (this.settling !== null) {
      const arrived = frame >= this.settling - 1 && frame <= this.settling + mostAhead;
      if (!arrived && this.strays++ < mostStrays) return;
      this.settling = null;
    }
    if (changed) this.onShown(frame);
  }
}
