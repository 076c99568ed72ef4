import { describe, expect, it } from 'vitest';
import type { Asset, Lineage } from '@/api/types';
import { layersOf } from './layers';
import { viewOf } from './view';

const lineage = (nodes: string, edges: string[]): Pick<Lineage, 'nodes' | 'edges'> => ({
  nodes: [...nodes].map((id) => ({ id }) as Asset),
  edges: edges.map(([parentId, childId]) => ({ parentId: parentId!, childId: childId!, kind: 'generated_from' })),
});

describe('the layers of a lineage', () => {
  it('begin with the asset asked about and go on by steps', () =>
    expect(layersOf(lineage('abcd', ['ab', 'ac', 'cd'])).map(({ id, layer }) => id + layer)).toEqual(['a0', 'b1', 'c1', 'd2']));
  it('take the shorter of two ways', () =>
    expect(layersOf(lineage('abc', ['ab', 'bc', 'ac'])).find(({ id }) => id === 'c')?.layer).toBe(1));
  it('end with a circle', () => expect(layersOf(lineage('ab', ['ab', 'ba']))).toHaveLength(2));
  it('leave nobody out', () => expect(layersOf(lineage('abz', ['ab'])).at(-1)).toMatchObject({ id: 'z', layer: 2 }));
  it('know how many stand together', () =>
    expect(layersOf(lineage('abc', ['ab', 'ac'])).slice(1)).toMatchObject([
      { row: 0, of: 2 },
      { row: 1, of: 2 },
    ]));
});

it('An address that says nothing asks where it came from, five steps far', () => {
  expect(viewOf(new URLSearchParams())).toEqual({ direction: 'up', depth: 5, as: 'graph' });
  expect(viewOf(new URLSearchParams('way=down&depth=400&as=table'))).toEqual({ direction: 'down', depth: 5, as: 'table' });
});
