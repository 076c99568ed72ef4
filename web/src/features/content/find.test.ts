import { describe, expect, it } from 'vitest';
import { paragraphsOf, piecesOf } from './find';

describe('reading a text', () => {
  it('tells headings from paragraphs', () => {
    expect(paragraphsOf('# The pier\n\nShe waits.\nAnd waits.\n\n## Later\n\n#1 is no heading')).toEqual([
      { index: 0, level: 1, text: 'The pier' },
      { index: 1, level: 0, text: 'She waits.\nAnd waits.' },
      { index: 2, level: 2, text: 'Later' },
      { index: 3, level: 0, text: '#1 is no heading' },
    ]);
  });

  it('finds words whatever their case, in any script', () => {
    expect(piecesOf('Маяк погас. Маяк!', 'маяк')).toEqual([
      { text: 'Маяк', hit: true },
      { text: ' погас. ', hit: false },
      { text: 'Маяк', hit: true },
      { text: '!', hit: false },
    ]);
  });

  it('marks nothing when nothing is looked for', () => {
    expect(piecesOf('a.b', ' ')).toEqual([{ text: 'a.b', hit: false }]);
    expect(piecesOf('a.b', '.')).toHaveLength(3);
  });
});
