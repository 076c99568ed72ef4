/** A place on a picture: shares of its width and height, from its upper left corner. */
export type Point = readonly [number, number];

/** One stroke of what is drawn over a picture. */
export type Mark =
  | { kind: 'pen'; points: readonly Point[] }
  | { kind: 'arrow'; from: Point; to: Point }
  | { kind: 'text'; at: Point; text: string };

export type Tool = Mark['kind'];

/** What a note's `drawing` holds. It scales with the picture, for it says nothing in pixels. */
export interface Drawing {
  version: 1;
  marks: readonly Mark[];
}

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number' && Number.isFinite(part));

function isMark(value: unknown): value is Mark {
  if (typeof value !== 'object' || value === null) return false;
  const mark = value as Record<string, unknown>;
  if (mark.kind === 'pen') return Array.isArray(mark.points) && mark.points.length > 0 && mark.points.every(isPoint);
  if (mark.kind === 'arrow') return isPoint(mark.from) && isPoint(mark.to);
  return mark.kind === 'text' && isPoint(mark.at) && typeof mark.text === 'string';
}

/** The strokes of a stored drawing. Other clients may write what they like: what is not understood is left out. */
export function marksOf(drawing: unknown): Mark[] {
  if (typeof drawing !== 'object' || drawing === null || !('marks' in drawing) || !Array.isArray(drawing.marks)) return [];
  return drawing.marks.filter(isMark);
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Where a pointer is on a picture's box, held inside it. */
export function pointIn(box: DOMRect, clientX: number, clientY: number): Point {
  const share = (at: number, from: number, size: number) => round(Math.max(0, Math.min(1, (at - from) / size)));
  return [share(clientX, box.left, box.width), share(clientY, box.top, box.height)];
}

const least = 0.002;

/** Adds a point to a stroke unless it lies on the last one: a slow hand makes no long drawing. */
export function withPoint(points: readonly Point[], next: Point): readonly Point[] {
  const last = points.at(-1);
  return last && Math.hypot(next[0] - last[0], next[1] - last[1]) < least ? points : [...points, next];
}

/** Height of the drawing's own space; its width follows the picture's shape, so that strokes are as thick either way. */
export const space = 1000;

/** A pen's stroke through the middles of its points, which makes a hand's corners round. */
export function pathOf(points: readonly Point[], shape: number): string {
  const at = ([x, y]: Point) => `${round(x * space * shape)} ${round(y * space)}`;
  const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [first, ...rest] = points;
  if (!first) return '';
  if (rest.length === 0) return `M ${at(first)} l 0.1 0`;
  const curves = rest.slice(0, -1).map((point, index) => `Q ${at(point)} ${at(middle(point, rest[index + 1]!))}`);
  return [`M ${at(first)}`, ...curves, `L ${at(rest.at(-1)!)}`].join(' ');
}

/** An arrow's line and the two strokes of its head. */
export function arrowPath(from: Point, to: Point, shape: number): string {
  const [x1, y1, x2, y2] = [from[0] * space * shape, from[1] * space, to[0] * space * shape, to[1] * space];
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number) => `${round(x2 - 36 * Math.cos(angle + turn))} ${round(y2 - 36 * Math.sin(angle + turn))}`;
  return `M ${round(x1)} ${round(y1)} L ${round(x2)} ${round(y2)} M ${wing(0.5)} L ${round(x2)} ${round(y2)} L ${wing(-0.5)}`;
}
