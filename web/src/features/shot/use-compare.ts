import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Take } from '@/api/types';
import { isRejected, takeNumber } from '@/film/structure';
import type { KeyHandlers } from '@/keys/use-keys';
import { useFlicker } from './use-flicker';

export const compareModes = ['wipe', 'split', 'difference', 'flip', 'onion'] as const;
export type CompareMode = (typeof compareModes)[number];

const letters = ['a', 'b', 'c', 'd'] as const;

export type Comparison = ReturnType<typeof useCompare>;

/** The takes that an address names, in order, each once; fewer than two compare nothing. */
export function sidesOf(takes: readonly Take[], search: URLSearchParams): Take[] {
  const named = letters.map((letter) => search.get(letter)).filter((value) => value !== null);
  const found = [...new Set(named)].map((value) => takes.find((take) => take.number === Number(value)));
  const sides = found.filter((take) => take !== undefined);
  return sides.length > 1 ? sides : [];
}

/** Two to four takes against each other: which and how is in the address, so the comparison can be sent to somebody. */
export function useCompare(takes: readonly Take[], current: Take | undefined) {
  const [search, setSearch] = useSearchParams();
  const [share, setShare] = useState(50);
  const sides = sidesOf(takes, search);
  const running = sides.length > 1;
  const flicker = useFlicker(running);
  const asked = search.get('mode') as CompareMode | null;
  const mode: CompareMode = asked && compareModes.includes(asked) ? asked : sides.length > 2 ? 'split' : 'wipe';

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
  const putSides = (next: readonly Take[], how?: CompareMode) =>
    put({
      ...Object.fromEntries(letters.map((letter, at) => [letter, next[at] ? String(takeNumber(next[at])) : null])),
      ...(how ? { mode: how } : {}),
    });
  const close = () => put({ a: null, b: null, c: null, d: null, mode: null });

  /** Sets B; without a comparison it begins one with the take on view. */
  const compareWith = (other: Take) => {
    const first = sides[0] ?? current;
    if (first && other.id !== first.id) putSides([first, other, ...sides.slice(2).filter((side) => side.id !== other.id)]);
  };
  /** Takes one more in, or out again; A stays, and two are the fewest. */
  const toggle = (take: Take) => {
    const at = sides.findIndex((side) => side.id === take.id);
    if (at < 0 && sides.length < letters.length) putSides([...sides, take], sides.length > 1 ? 'split' : undefined);
    else if (at > 0 && sides.length > 2) putSides(sides.toSpliced(at, 1));
  };
  const swap = () => {
    const [a, b, ...rest] = sides;
    if (a && b) putSides([b, a, ...rest]);
  };
  const open = () => {
    const others = takes.filter((take) => take.id !== current?.id && !isRejected(take));
    const other = others.findLast((take) => take.circled) ?? others.at(-1);
    if (other) compareWith(other);
  };

  useEffect(() => {
    if (!running) return;
    const leave = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.fullscreenElement || document.querySelector('dialog[open]')) return;
      if (event.target instanceof HTMLElement && event.target.closest('input,textarea')) return;
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  });

  const keys: KeyHandlers = {
    compareMode: () => {
      if (!running) return open();
      put({ mode: compareModes[(compareModes.indexOf(mode) + 1) % compareModes.length]! });
    },
    flip: () => (running ? flicker.hold() : false),
    swapSides: () => (running ? swap() : false),
  };
  return {
    sides,
    mode,
    flipped: flicker.flipped,
    share,
    setShare,
    keys,
    open,
    with: compareWith,
    toggle,
    setMode: (next: CompareMode) => put({ mode: next }),
    swap,
    close,
  };
}
