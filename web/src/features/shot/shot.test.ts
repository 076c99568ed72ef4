import { describe, expect, it } from 'vitest';
import type { Generation } from '@/api/types';
import { aShot, aTake } from '@/testing/film';
import { allOf, firstDraft, remixOf, requestOf, seedIsValid } from './recipe';
import { afterReject, firstShown, splitNew, stripItems } from './strip';

const generation = (number: number, state: string) => ({ id: `g${number}`, number, state }) as Generation;
const numbers = (items: { number: number }[]) => items.map((item) => item.number);

describe('the take strip', () => {
  const takes = [aTake(1, { verdict: 'rejected' }), aTake(2, { circled: true }), aTake(4)];
  it('puts failed attempts where their numbers stand', () =>
    expect(
      stripItems(takes, [generation(3, 'failed'), generation(4, 'succeeded')], 'all').map((item) => `${item.number}${item.kind}`),
    ).toEqual(['1take', '2take', '3failed', '4take']));
  it('shows what is being made', () => expect(stripItems(takes, [generation(5, 'queued')], 'all').at(-1)?.kind).toBe('pending'));
  it('does not show an attempt whose take is there', () =>
    expect(numbers(stripItems(takes, [generation(4, 'running')], 'all'))).toEqual([1, 2, 4]));
  it('filters', () => {
    expect(numbers(stripItems(takes, [generation(3, 'failed')], 'circled'))).toEqual([2]);
    expect(numbers(stripItems(takes, [], 'rejected'))).toEqual([1]);
  });
  it('keeps new takes aside until they are asked for', () => {
    const { shown, fresh } = splitNew(takes, new Set(['take1', 'take2']));
    expect(numbers(stripItems(shown, [], 'all'))).toEqual([1, 2]);
    expect(numbers(stripItems(fresh, [], 'all'))).toEqual([4]);
  });
});

describe('after a reject', () => {
  const takes = [aTake(1), aTake(2), aTake(3, { verdict: 'rejected' }), aTake(4)];
  it('the next take is shown, over rejected ones', () => expect(afterReject(takes, 'take2')?.number).toBe(4));
  it('the one before is shown at the end', () => expect(afterReject(takes, 'take4')?.number).toBe(2));
  it('nothing is shown when it was the only one', () => expect(afterReject([aTake(1)], 'take1')).toBeUndefined());
});

describe('the take shown first', () => {
  const takes = [aTake(1), aTake(2, { circled: true }), aTake(3), aTake(4, { verdict: 'rejected' })];
  it('is the pick', () => expect(firstShown(takes, 'take1')?.number).toBe(1));
  it('is else the newest circled one', () => expect(firstShown(takes, null)?.number).toBe(2));
  it('is else the newest that was not rejected', () =>
    expect(firstShown([aTake(1), aTake(2, { verdict: 'rejected' })], null)?.number).toBe(1));
});

describe('the recipe', () => {
  const shot = aShot('A');
  const draft = firstDraft({ ...shot, details: { ...shot.details, description: 'A boat.' } });
  it('begins with what the shot says', () => expect(requestOf(draft)).toEqual({ count: 4, prompt: 'A boat.' }));
  it('use all keeps the seed', () =>
    expect(requestOf(allOf(aTake(3), draft))).toMatchObject({
      prompt: 'prompt 3',
      seed: 300,
      provider: 'sketch',
      model: 'sketch-1',
    }));
  it('remix is all but the seed', () => {
    const request = requestOf(remixOf(aTake(3), allOf(aTake(2), draft)));
    expect(request.prompt).toBe('prompt 3');
    expect(request).not.toHaveProperty('seed');
  });
  it('a take without a recipe changes nothing', () => {
    const take = aTake(1);
    expect(allOf({ ...take, details: { ...take.details, recipe: null } }, draft)).toBe(draft);
  });
  it('an unlocked seed is not sent', () =>
    expect(requestOf({ ...draft, seed: '5', seedLocked: false })).not.toHaveProperty('seed'));
  it('knows a seed', () => {
    for (const good of ['', '0', '2147483647']) expect(seedIsValid(good)).toBe(true);
    for (const bad of ['2147483648', '-1', '1.5', 'x']) expect(seedIsValid(bad)).toBe(false);
  });
});
