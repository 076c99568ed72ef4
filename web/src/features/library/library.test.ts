import { describe, expect, it } from 'vitest';
import { attributesOf, fieldsOf, patchOfAttribute } from './attributes';
import { filterOf, toggled, withValue } from './filter';
import { blocksOf, stepIn } from './pages';

describe('the filter of an address', () => {
  const search = new URLSearchParams('type=prop&type=nonsense&tag=night&tag=rain&q=lamp&of=film&favorite=1&sort=price');
  it('takes what it knows', () =>
    expect(filterOf(search)).toEqual({
      types: ['prop'],
      tags: ['night', 'rain'],
      collection: '',
      q: 'lamp',
      favorite: true,
      ofFilm: true,
      sort: '',
    }));
  it('gains and loses a value of several', () => {
    expect(toggled(search, 'tag', 'night').getAll('tag')).toEqual(['rain']);
    expect(toggled(search, 'tag', 'fog').getAll('tag')).toEqual(['night', 'rain', 'fog']);
  });
  it('forgets what is empty', () => expect(withValue(search, 'q', '').has('q')).toBe(false));
});

describe('the visible range', () => {
  const ids = Array.from({ length: 450 }, (_, index) => `id${index}`);
  it('asks for the blocks it touches and no others', () => {
    const blocks = blocksOf(ids, 190, 230, 100);
    expect(blocks.map(({ at }) => at)).toEqual([100, 200]);
    expect(blocks[1]!.ids[0]).toBe('id200');
  });
  it('ends with the list', () => expect(blocksOf(ids, 440, 900, 100).map(({ ids: block }) => block.length)).toEqual([50]));
  it('is nothing in an empty list', () => expect(blocksOf([], 0, 20, 100)).toEqual([]));
});

describe('arrow keys in a grid', () => {
  it('walk by one and by a row', () => {
    expect(stepIn(5, 'ArrowRight', 4, 20)).toBe(6);
    expect(stepIn(5, 'ArrowDown', 4, 20)).toBe(9);
    expect(stepIn(5, 'ArrowUp', 4, 20)).toBe(1);
  });
  it('stay where there is nothing', () => {
    expect(stepIn(1, 'ArrowUp', 4, 20)).toBe(1);
    expect(stepIn(19, 'ArrowRight', 4, 20)).toBe(19);
  });
});

describe('what a character looks like', () => {
  it('is asked for by its kind, with what all kinds have', () => {
    expect(fieldsOf('robot')).toContain('power_source');
    expect(fieldsOf('robot')).not.toContain('hair_color');
    for (const kind of ['human', 'animal', 'robot', 'creature', 'alien', 'fantasy', 'object', null])
      expect(fieldsOf(kind)).toContain('distinctive_features');
  });
  it('keeps what another kind or the crew said', () =>
    expect(attributesOf({ hair_color: 'red', limp: 'left leg', color: '#c7923a' }, 'robot').others).toEqual([
      ['hair_color', 'red'],
      ['limp', 'left leg'],
    ]));
  it('removes what is emptied', () => {
    expect(patchOfAttribute('age', ' 40 ')).toEqual({ age: '40' });
    expect(patchOfAttribute('age', ' ')).toEqual({ age: null });
  });
});
