import { describe, expect, it } from 'vitest';
import { parseRate } from '@/film/rate';
import { atRate, countedAt, stretchOf } from './frame-source';

const at = (frame: number, speed = 1) => ({
  subscribe: () => () => undefined,
  currentFrame: () => frame,
  currentSpeed: () => speed,
});

describe('a frame at another rate', () => {
  it('keeps its number where the rates are the same, however they are written', () => {
    for (let frame = 0; frame < 500; frame++) expect(atRate(frame, parseRate('24'), { num: 48, den: 2 })).toBe(frame);
  });
  it('is the one that is on the screen in the middle of it', () => {
    expect(atRate(23, parseRate('24'), parseRate('25'))).toBe(24);
    expect(atRate(0, parseRate('24'), parseRate('60'))).toBe(1);
    expect(atRate(47, parseRate('48'), parseRate('24'))).toBe(23);
  });
  it('never goes back', () => {
    const [film, clip] = [parseRate('24000/1001'), parseRate('25')];
    for (let frame = 1; frame < 5000; frame++) expect(atRate(frame, film, clip)).toBeGreaterThan(atRate(frame - 1, film, clip));
  });
});

describe('a stretch of a programme', () => {
  it('waits on its first frame, runs inside, and stays on its last', () => {
    const seen = (frame: number) => {
      const source = stretchOf(at(frame), 100, 50);
      return [source.currentFrame(), source.currentSpeed()];
    };
    expect(seen(40)).toEqual([0, 0]);
    expect(seen(100)).toEqual([0, 1]);
    expect(seen(149)).toEqual([49, 1]);
    expect(seen(150)).toEqual([49, 0]);
  });
  it('is counted at a take’s own rate', () =>
    expect(countedAt(at(23), parseRate('24'), parseRate('25')).currentFrame()).toBe(24));
});
