/** The blocks of a list of ids that a range touches, each with the place of its first id. */
export function blocksOf(ids: readonly string[], from: number, to: number, size: number): { at: number; ids: string[] }[] {
  if (ids.length === 0 || to < from) return [];
  const first = Math.max(0, Math.floor(from / size));
  const last = Math.min(Math.floor((ids.length - 1) / size), Math.floor(to / size));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const at = (first + index) * size;
    return { at, ids: ids.slice(at, at + size) };
  });
}

/** Where an arrow key leads in a grid of `columns`; the place itself where there is nothing. */
export function stepIn(at: number, key: string, columns: number, count: number): number {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  if (key === 'Home') return 0;
  if (key === 'End') return Math.max(0, count - 1);
  const next = at + (steps[key] ?? 0);
  return next < 0 || next >= count ? at : next;
}
