import { describe, expect, it } from 'vitest';
import { limitOf, viewOf } from './view';

describe('the view of an address', () => {
  it('is by film in a workspace and by shot in a film', () => {
    expect(viewOf(new URLSearchParams(), false)).toEqual({ by: 'film', from: '', to: '' });
    expect(viewOf(new URLSearchParams('by=film'), true).by).toBe('shot');
  });
  it('takes what it knows and leaves what it does not', () =>
    expect(viewOf(new URLSearchParams('by=day&from=2026-11-01&to=yesterday'), false)).toEqual({
      by: 'day',
      from: '2026-11-01',
      to: '',
    }));
});

describe('a limit', () => {
  it('is read as people write it', () => expect(['12', '12.5', ' 1 200,50 '].map(limitOf)).toEqual([12, 12.5, 1200.5]));
  it('is none when nothing is written', () => expect(limitOf(' ')).toBeNull());
  it('is nothing but a number', () => {
    for (const text of ['-1', '1e3', 'a lot', '1.2.3', '0x10']) expect(limitOf(text)).toBeUndefined();
  });
});
