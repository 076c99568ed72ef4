import { describe, expect, it } from 'vitest';
import { aShot } from '@/testing/film';
import { cellOf, columns, inverseOf, pasteAt, patched, patchOf, readCells } from './table';

describe('cells of a spreadsheet', () => {
  it('have tabs between them and a line for each row', () =>
    expect(readCells('a\tb\r\nc\t\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]));
  it('keep what stands in quotation marks together', () =>
    expect(readCells('"one\ntwo"\t"say ""go"""\n5"')).toEqual([['one\ntwo', 'say "go"'], ['5"']]));
  it('of one word are one cell', () => expect(readCells('word')).toEqual([['word']]));
});

describe('writing into the table', () => {
  const shot = aShot('SH0010', { frames: 48 });
  it('changes what is different and nothing else', () => {
    expect(patchOf(shot, 'lens', ' 35 mm ')).toEqual({ details: { type: 'shot', lens: '35 mm' } });
    expect(patchOf(shot, 'shotSize', 'MS')).toBeNull();
    expect(patchOf(shot, 'shotSize', '')).toEqual({ details: { type: 'shot', shotSize: null } });
  });
  it('takes no shot without a code and no length that is none', () => {
    expect(patchOf(shot, 'code', ' ')).toBe(false);
    for (const text of ['0', '-4', '1.5', 'two']) expect(patchOf(shot, 'durationFrames', text)).toBe(false);
    expect(patchOf(shot, 'durationFrames', '72')).toEqual({ details: { type: 'shot', durationFrames: 72 } });
  });
  it('can be taken back', () => {
    const patch = { name: 'Other', details: { type: 'shot' as const, lens: '50 mm', durationFrames: 12 } };
    const back = patched(patched(shot, patch), inverseOf(shot, patch));
    for (const column of columns) expect(cellOf(back, column)).toBe(cellOf(shot, column));
  });
});

describe('pasting', () => {
  const shots = [aShot('A'), aShot('B'), aShot('C')];
  const size = columns.indexOf('shotSize');
  it('joins the cells of a row into one change of a shot', () =>
    expect(pasteAt(shots, 1, size, [['CU', 'low']])).toEqual([
      { id: 'B', patch: { details: { type: 'shot', shotSize: 'CU', cameraAngle: 'low' } } },
    ]));
  it('ends where the table ends', () => {
    expect(pasteAt(shots, 2, size, [['CU'], ['WS']]).map(({ id }) => id)).toEqual(['C']);
    expect(pasteAt(shots, 0, columns.length - 1, [['Hello', 'beyond']])).toEqual([
      { id: 'A', patch: { details: { type: 'shot', dialogue: 'Hello' } } },
    ]);
  });
  it('leaves out what says the same or is not taken', () =>
    expect(pasteAt(shots, 0, columns.indexOf('durationFrames'), [['24'], ['soon']])).toEqual([]));
});
