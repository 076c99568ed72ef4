import { describe, expect, it } from 'vitest';
import { arrowPath, marksOf, pathOf, pointIn, withPoint } from './drawing';
import { matching, mentionsIn, piecesOf, typedName } from './mentions';

const crew = [
  { id: '1', name: 'Anna' },
  { id: '2', name: 'Anna Karlsen' },
  { id: '3', name: 'Ирина' },
];

describe('mentions', () => {
  it('are the longest names behind an @', () => {
    expect(mentionsIn('@Anna Karlsen, and @ирина: too dark', crew)).toEqual(['2', '3']);
    expect(mentionsIn('@Anna, see @Anna', crew)).toEqual(['1']);
  });
  it('are not parts of words or addresses', () => {
    expect(mentionsIn('mail@Anna', crew)).toEqual([]);
    expect(mentionsIn('@Annabel', crew)).toEqual([]);
  });
  it('lose nothing of the text', () => {
    const text = 'So, @Anna Karlsen! @nobody';
    expect(
      piecesOf(text, crew)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
  it('are offered by what is typed before the caret', () => {
    expect(typedName('Look @ka', 8)).toBe('ka');
    expect(typedName('Look @', 6)).toBe('');
    expect(typedName('mail@ka', 7)).toBeNull();
    expect(matching('kar', crew).map(({ id }) => id)).toEqual(['2']);
  });
});

describe('a drawing', () => {
  it('is stored in shares of the picture, whatever its size on the screen', () => {
    const small = pointIn({ left: 10, top: 20, width: 100, height: 50 } as DOMRect, 60, 45);
    const large = pointIn({ left: 0, top: 0, width: 4000, height: 2000 } as DOMRect, 2000, 1000);
    expect(small).toEqual([0.5, 0.5]);
    expect(large).toEqual(small);
    expect(pointIn({ left: 0, top: 0, width: 10, height: 10 } as DOMRect, -5, 50)).toEqual([0, 1]);
  });
  it('reads its own marks and leaves out what others wrote', () => {
    const pen = { kind: 'pen', points: [[0, 0]] };
    expect(marksOf({ version: 1, marks: [pen, { kind: 'pen', points: 'no' }, { kind: 'cloud' }, 7] })).toEqual([pen]);
    expect(marksOf({ strokes: [1, 2] })).toEqual([]);
    expect(marksOf(null)).toEqual([]);
  });
  it('does not grow under a hand that rests', () => {
    const points = withPoint([[0.5, 0.5]], [0.5005, 0.5]);
    expect(points).toHaveLength(1);
    expect(withPoint(points, [0.6, 0.5])).toHaveLength(2);
  });
  it('keeps its proportions in any shape of picture', () => {
    expect(
      pathOf(
        [
          [0, 0],
          [1, 1],
        ],
        2,
      ),
    ).toBe('M 0 0 L 2000 1000');
    expect(arrowPath([0, 0.5], [1, 0.5], 1)).toContain('M 0 500 L 1000 500');
  });
});
