import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Take } from '@/api/types';
import { isRejected } from '@/film/structure';
import type { KeyHandlers } from '@/keys/use-keys';

export const compareModes = ['wipe', 'split', 'difference', 'flip', 'onion'] as const;
export type CompareMode = (typeof compareModes)[number];

export interface Pair {
  a: Take;
  b: Take;
}

/** Two takes against each other: which two and how is in the address, so the comparison can be sent to somebody. */
export function useCompare(takes: readonly Take[], current: Take | undefined) {
  const [search, setSearch] = useSearchParams();
  const [flipped, setFlipped] = useState(false);
  const byNumber = (value: string | null) => takes.find((take) => value !== null && take.number === Number(value));
  const a = byNumber(search.get('a'));
  const b = byNumber(search.get('b'));
  const pair: Pair | null = a && b && a.id !== b.id ? { a, b } : null;
  const asked = search.get('mode') as CompareMode | null;
  const mode: CompareMode = asked && compareModes.includes(asked) ? asked : 'wipe';

  const put = (values: Record<string, string | null>) =>
    setSearch(
      (params) => {
        for (const [key, value] of Object.entries(values)) {
          if (value === null) params.delete(key);
          else params.set(key, value);
        }
        return params;
      },
      { replace: true },
    );
  const compareWith = (other: Take) => {
    if (current && other.id !== current.id) put({ a: String(current.number), b: String(other.number) });
  };
  const open = () => {
    const others = takes.filter((take) => take.id !== current?.id && !isRejected(take));
    const other = others.findLast((take) => take.circled) ?? others.at(-1);
    if (other) compareWith(other);
  };

  useEffect(() => {
    if (!pair) return;
    const up = (event: KeyboardEvent) => event.code === 'Backquote' && setFlipped(false);
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) put({ a: null, b: null, mode: null });
    };
    document.addEventListener('keyup', up);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keyup', up);
      document.removeEventListener('keydown', leave);
    };
  });

  const keys: KeyHandlers = {
    compareMode: () => {
      if (!pair) return open();
      put({ mode: compareModes[(compareModes.indexOf(mode) + 1) % compareModes.length]! });
    },
    flip: () => (pair ? setFlipped(true) : false),
  };
  return {
    pair,
    mode,
    flipped,
    keys,
    open,
    with: compareWith,
    setMode: (next: CompareMode) => put({ mode: next }),
    swap: () => pair && put({ a: String(pair.b.number), b: String(pair.a.number) }),
    close: () => put({ a: null, b: null, mode: null }),
  };
}
