import { describe, expect, it, vi } from 'vitest';
import { parseRate } from '@/film/rate';
import { frameAt, seekSeconds, shuttled, started } from './clock';
import { Player, type TimeSource } from './player';

/** A display whose time is moved by hand. */
class Bench implements TimeSource {
  time = 0;
  private waiting = new Map<number, () => void>();
  private handles = 0;
  now = () => this.time;
  schedule = (tick: () => void) => {
    this.waiting.set(++this.handles, tick);
    return this.handles;
  };
  cancel = (handle: number) => void this.waiting.delete(handle);
  refresh(ms: number): void {
    this.time += ms;
    const due = [...this.waiting.values()];
    this.waiting.clear();
    for (const tick of due) tick();
  }
}

const film = parseRate('24000/1001');

describe('the clock', () => {
  it('ends ten minutes at 24000/1001 on the same frame at any refresh rate', () => {
    for (const hertz of [24, 50, 59.94, 60, 144]) {
      const bench = new Bench();
      const player = new Player(100_000, film, bench);
      player.subscribe(() => undefined);
      player.toggle();
      for (let tick = 1; tick <= hertz * 600; tick++) {
        bench.time = (tick * 1000) / hertz;
        bench.refresh(0);
      }
      expect(player.currentFrame()).toBe(Math.floor((bench.time * 24000) / (1001 * 1000) + 1e-6));
    }
  });
  it('shows a frame from its first millisecond, never before', () => {
    const clock = started(0, 0, 1);
    for (let frame = 1; frame < 2000; frame++) {
      const begins = (frame * 1001) / 24;
      expect(frameAt(clock, begins, film)).toBe(frame);
      expect(frameAt(clock, begins - 0.01, film)).toBe(frame - 1);
    }
  });
  it('runs backwards and faster', () => {
    expect(frameAt(started(0, 100, -2), 1000, parseRate('25'))).toBe(50);
    expect(frameAt(started(0, 100, 8), 1000, parseRate('25'))).toBe(300);
  });
  it('does not run before it was started', () => expect(frameAt(started(500, 7, 1), 400, film)).toBe(7));
  it('seeks to the middle of a frame', () => expect(seekSeconds(24, parseRate('24'))).toBeCloseTo(24.5 / 24, 12));
});

describe('the shuttle', () => {
  it('doubles up to eight and no further', () => {
    let speed = 0;
    const seen = Array.from({ length: 6 }, () => (speed = shuttled(speed, 1)));
    expect(seen).toEqual([1, 2, 4, 8, 8, 8]);
  });
  it('starts again at one when it turns round', () => expect(shuttled(8, -1)).toBe(-1));
});

describe('the player', () => {
  const make = (frames = 100) => {
    const bench = new Bench();
    const player = new Player(frames, parseRate('25'), bench);
    const heard = vi.fn();
    player.subscribe(heard);
    return { bench, player, heard };
  };
  it('stops on the last frame', () => {
    const { bench, player } = make(10);
    player.toggle();
    bench.refresh(5000);
    expect(player.currentFrame()).toBe(9);
    expect(player.currentSpeed()).toBe(0);
  });
  it('begins again when played at the end', () => {
    const { player } = make(10);
    player.seek(9);
    player.toggle();
    expect(player.currentFrame()).toBe(0);
  });
  it('goes round when looping', () => {
    const { bench, player } = make(10);
    player.toggleLoop();
    player.toggle();
    bench.refresh(400);
    expect(player.currentFrame()).toBe(0);
    expect(player.currentSpeed()).toBe(1);
  });
  it('steps by one frame and stands still', () => {
    const { player } = make();
    player.toggle();
    player.step(-1);
    expect(player.currentFrame()).toBe(0);
    player.step(5);
    expect(player.currentFrame()).toBe(5);
    expect(player.currentSpeed()).toBe(0);
  });
  it('goes on playing after a seek', () => {
    const { bench, player } = make();
    player.toggle();
    player.seek(50);
    bench.refresh(40);
    expect(player.currentFrame()).toBe(51);
  });
  it('keeps the frame when the film grows, and holds the end when it shrinks', () => {
    const { player } = make();
    player.seek(80);
    player.resize(200, parseRate('25'));
    expect(player.currentFrame()).toBe(80);
    player.resize(20, parseRate('25'));
    expect(player.currentFrame()).toBe(19);
  });
  it('speaks only when the frame changes', () => {
    const { bench, player, heard } = make();
    player.toggle();
    heard.mockClear();
    bench.refresh(10);
    bench.refresh(10);
    expect(heard).not.toHaveBeenCalled();
    bench.refresh(20);
    expect(heard).toHaveBeenCalledTimes(1);
  });
  it('stops when nobody looks', () => {
    const bench = new Bench();
    const player = new Player(100, parseRate('25'), bench);
    const leave = player.subscribe(() => undefined);
    player.toggle();
    leave();
    expect(player.currentSpeed()).toBe(0);
  });
});
