import { create } from 'zustand';

interface Marks {
  marked: ReadonlySet<string>;
  /** Where a range begins that is closed with Shift. */
  last: string | null;
}

/** Which shots are marked on the board. A store, so that a card's handlers keep their identity while marks change. */
export const useMarks = create<Marks>(() => ({ marked: new Set(), last: null }));

export const clearMarks = (): void => useMarks.setState({ marked: new Set(), last: null });

/** Marks or unmarks one shot; with a range, everything from the last one touched to this one. */
export function toggleMark(shotId: string, range: boolean, order: readonly string[]): void {
  useMarks.setState(({ marked, last }) => {
    const from = last === null ? -1 : order.indexOf(last);
    const to = order.indexOf(shotId);
    const next = new Set(marked);
    if (range && from >= 0) for (const id of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(id);
    else if (!next.delete(shotId)) next.add(shotId);
    return { marked: next, last: shotId };
  });
}
