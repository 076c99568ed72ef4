import { useState } from 'react';

/** Which of a list are marked; with a range, everything from the last one touched to this one. */
export function useMarkedIds(ids: readonly string[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set());
  const [last, setLast] = useState<string | null>(null);
  return {
    marked,
    mark(id: string, range: boolean) {
      const from = last === null ? -1 : ids.indexOf(last);
      const to = ids.indexOf(id);
      const next = new Set(marked);
      if (range && from >= 0) for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      else if (!next.delete(id)) next.add(id);
      setMarked(next);
      setLast(id);
    },
    clear() {
      setMarked(new Set());
      setLast(null);
    },
  };
}
