import type { AssetPatch, Shot } from '@/api/types';

const details = [
  'description',
  'shotSize',
  'cameraAngle',
  'movement',
  'lens',
  'lighting',
  'mood',
  'durationFrames',
  'dialogue',
] as const;

/** The columns that can be written, in their order. */
export const columns = ['code', 'name', ...details] as const;
export type Column = (typeof columns)[number];

const isDetail = (column: Column): column is (typeof details)[number] => details.some((name) => name === column);

/** What a cell shows, and what is copied from it. */
export function cellOf(shot: Shot, column: Column): string {
  const value = isDetail(column) ? shot.details[column] : shot[column];
  return value === null || value === undefined ? '' : String(value);
}

/** What writing a text into a cell changes: nothing when it says the same; false when the column does not take it. */
export function patchOf(shot: Shot, column: Column, text: string): AssetPatch | null | false {
  const value = text.replace(/\s*\r?\n\s*/g, ' ').trim();
  if (value === cellOf(shot, column)) return null;
  // A shot has a code and a name always.
  if ((column === 'code' || column === 'name') && value === '') return false;
  if (!isDetail(column)) return { [column]: value };
  if (column !== 'durationFrames') return { details: { type: 'shot', [column]: value || null } };
  if (value === '') return { details: { type: 'shot', durationFrames: null } };
  const frames = Number(value);
  return /^\d{1,6}$/.test(value) && frames >= 1 ? { details: { type: 'shot', durationFrames: frames } } : false;
}

/** Two changes of one shot as one. */
export const joined = (one: AssetPatch, other: AssetPatch): AssetPatch => ({
  ...one,
  ...other,
  ...(one.details || other.details ? { details: { ...one.details, ...other.details } as AssetPatch['details'] } : {}),
});

/** The change that takes a change back. */
export function inverseOf(shot: Shot, patch: AssetPatch): AssetPatch {
  const had = shot.details as unknown as Record<string, unknown>;
  const { details: changed, ...own } = patch;
  const back = Object.fromEntries(Object.keys(own).map((name) => [name, shot[name as 'code' | 'name']]));
  if (!changed) return back;
  const before = Object.fromEntries(Object.keys(changed).map((name) => [name, had[name] ?? null]));
  return { ...back, details: { ...before, type: 'shot' } };
}

/** A shot as a change makes it. */
export const patched = (shot: Shot, { details: changed, ...own }: AssetPatch): Shot =>
  ({ ...shot, ...own, details: { ...shot.details, ...changed } }) as Shot;

/**
 * The cells of a piece of a spreadsheet: tabs between them, a line for each row; a cell that holds a tab, a line's end or
 * a quotation mark stands in quotation marks, its own ones doubled.
 */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++;
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
    } else cell += sign;
  }
  // A last line's end does not begin another row.
  if (cell !== '' || rows.at(-1)!.length > 0 || rows.length === 1) rows.at(-1)!.push(cell);
  else rows.pop();
  return rows;
}

/** What cells that are put down at a place change, shot by shot; cells outside the table, or not taken by their column, change nothing. */
export function pasteAt(shots: readonly Shot[], row: number, column: number, cells: readonly (readonly string[])[]) {
  const changes: { id: string; patch: AssetPatch }[] = [];
  cells.forEach((line, down) => {
    const shot = shots[row + down];
    if (!shot) return;
    let patch: AssetPatch | null = null;
    line.forEach((text, across) => {
      const name = columns[column + across];
      const change = name ? patchOf(shot, name, text) : null;
      if (change) patch = patch ? joined(patch, change) : change;
    });
    if (patch) changes.push({ id: shot.id, patch });
  });
  return changes;
}
