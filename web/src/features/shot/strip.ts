import type { Generation, Take } from '@/api/types';
import { hasFailed, isActive } from '@/film/generations';
import { isRejected, takeNumber } from '@/film/structure';

export type StripItem =
  | { kind: 'take'; key: string; number: number; take: Take }
  | { kind: 'failed' | 'pending'; key: string; number: number; generation: Generation };

export type StripFilter = 'all' | 'circled' | 'rejected';

/** Takes and the attempts that made none, in the order of their numbers. */
export function stripItems(takes: readonly Take[], generations: readonly Generation[], filter: StripFilter): StripItem[] {
  const fromTakes = takes
    .filter((take) => (filter === 'circled' ? take.circled : filter === 'rejected' ? isRejected(take) : true))
    .map((take): StripItem => ({ kind: 'take', key: take.id, number: takeNumber(take), take }));
  const known = new Set(takes.map(takeNumber));
  const attempts =
    filter === 'all'
      ? generations
          .filter((generation) => (hasFailed(generation) || isActive(generation)) && !known.has(generation.number))
          .map((generation): StripItem => ({
            kind: hasFailed(generation) ? 'failed' : 'pending',
            key: generation.id,
            number: generation.number,
            generation,
          }))
      : [];
  return [...fromTakes, ...attempts].toSorted((a, b) => a.number - b.number);
}

/** Takes that arrived after the strip was opened; they wait behind "2 new · Show". */
export function splitNew(takes: readonly Take[], seen: ReadonlySet<string>): { shown: Take[]; fresh: Take[] } {
  return { shown: takes.filter((take) => seen.has(take.id)), fresh: takes.filter((take) => !seen.has(take.id)) };
}

/** Where the focus goes after a reject: the next take that is not rejected, else the one before. */
export function afterReject(takes: readonly Take[], takeId: string): Take | undefined {
  const at = takes.findIndex((take) => take.id === takeId);
  const stays = (take: Take) => !isRejected(take) && take.id !== takeId;
  return takes.slice(at + 1).find(stays) ?? takes.slice(0, Math.max(0, at)).findLast(stays);
}

/** The take first shown: the pick, else the newest circled one, else the newest that was not rejected. */
export function firstShown(takes: readonly Take[], selectedId: string | null): Take | undefined {
  const open = takes.filter((take) => !isRejected(take));
  return takes.find((take) => take.id === selectedId) ?? open.findLast((take) => take.circled) ?? open.at(-1) ?? takes.at(-1);
}
