import { describe, expect, it } from 'vitest';
import { parseRate } from '@/film/rate';
import { Player, type TimeSource } from './player';

class Bench implements TimeSource {
  time = 0;
  private waiting: (() => void)[] = [];
  now = () => this.time;
  schedule = (tick: () => void) => this.waiting.push(tick);
  cancel = () => void (this.waiting = []);
  pass(ms: number): void {
    this.time += ms;
    for (const tick of this.waiting.splice(0)) tick();
  }
}

const make = (frames = 100) => {
  const bench = new Bench();
  const player = new Player(frames, parseRate('25'), bench);
  player.subscribe(() => undefined);
  return { bench, player };
};

describe('a player that a clip leads', () => {
  it('is on the frame that is on the screen, not on the one that would be due', () => {
    const { bench, player } = make();
    player.lead();
    player.toggle();
    bench.pass(1000);
    expect(player.currentFrame()).toBe(0);
    player.presented(7);
    expect(player.currentFrame()).toBe(7);
  });
  it('hears nothing of a clip while it stands still', () => {
    const { player } = make();
    player.lead();
    player.presented(7);
    expect(player.currentFrame()).toBe(0);
  });
  it('stops on the last frame, and begins again there when it goes round', () => {
    const { player } = make(10);
    player.lead();
    player.toggle();
    player.presented(9);
    expect([player.currentFrame(), player.currentSpeed()]).toEqual([9, 0]);
    player.toggleLoop();
    player.toggle();
    player.presented(9);
    expect([player.currentFrame(), player.currentSpeed()]).toEqual([0, 1]);
  });
  it('goes on by the clock when the clip is gone', () => {
    const { bench, player } = make();
    const leave = player.lead();
    player.toggle();
    player.presented(10);
    leave();
    bench.pass(200);
    expect(player.currentFrame()).toBe(15);
  });
  it('runs backwards by the clock, for no clip can', () => {
    const { bench, player } = make();
    player.lead();
    player.seek(50);
    player.shuttle(-1);
    bench.pass(400);
    expect(player.currentFrame()).toBe(40);
  });
});

describe('a range', () => {
  it('is played, and gone round in', () => {
    const { bench, player } = make();
    player.setRange({ in: 20, out: 30 });
    player.toggle();
    expect(player.currentFrame()).toBe(20);
    bench.pass(1000);
    expect([player.currentFrame(), player.currentSpeed()]).toEqual([30, 0]);
    player.toggleLoop();
    player.toggle();
    bench.pass(1000);
    expect([player.currentFrame(), player.currentSpeed()]).toEqual([20, 1]);
  });
  it('is marked at the playhead, and taken back at the same frame', () => {
    const { player } = make();
    player.seek(40);
    player.mark('out');
    player.seek(60);
    player.mark('in');
    expect(player.currentRange()).toEqual({ in: 60, out: null });
    player.mark('in');
    expect(player.currentRange()).toEqual({ in: null, out: null });
  });
  it('lets be who looks beyond it', () => {
    const { bench, player } = make();
    player.setRange({ in: null, out: 30 });
    player.seek(50);
    player.shuttle(1);
    bench.pass(400);
    expect([player.currentFrame(), player.currentSpeed()]).toEqual([60, 1]);
  });
});
