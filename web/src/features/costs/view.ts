import type { CostGrouping } from '@/api/types';

export const groupings = ['film', 'shot', 'provider', 'user', 'day'] as const satisfies readonly CostGrouping[];
export type Grouping = (typeof groupings)[number];

/** What is added up and of which days; it lives in the address. */
export interface CostView {
  by: Grouping;
  /** The first day, `2026-11-23`; empty: from the beginning. */
  from: string;
  /** The last day; empty: until now. */
  to: string;
}

const day = (text: string | null) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');

/** The view an address names; within a film its shots, else its films. */
export function viewOf(search: URLSearchParams, ofFilm: boolean): CostView {
  const by = search.get('by');
  const known = groupings.find((grouping) => grouping === by && !(ofFilm && grouping === 'film'));
  return { by: known ?? (ofFilm ? 'shot' : 'film'), from: day(search.get('from')), to: day(search.get('to')) };
}

/** A limit as people write it: "12", "12.5", "12,50"; empty is none; anything else is not one. */
export function limitOf(text: string): number | null | undefined {
  const trimmed = text
    .trim()
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  if (trimmed === '') return null;
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : undefined;
}
