import type { FailureKind, Generation } from '@/api/types';

const ended = new Set(['succeeded', 'failed', 'cancelled', 'expired']);

/** Waiting or being made: it can still be cancelled. */
export const isActive = (generation: Generation): boolean => !ended.has(generation.state);

export const hasFailed = (generation: Generation): boolean => generation.state === 'failed' || generation.state === 'expired';

/** The latest first inside a shot; shots in the order of their latest generation. */
export function groupByShot(generations: readonly Generation[]): { shotId: string; items: Generation[] }[] {
  const groups = new Map<string, Generation[]>();
  for (const generation of generations.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))) {
    const group = groups.get(generation.shotId);
    if (group) group.push(generation);
    else groups.set(generation.shotId, [generation]);
  }
  return [...groups].map(([shotId, items]) => ({ shotId, items }));
}

export interface Failures {
  kind: FailureKind;
  /** The latest first. */
  items: Generation[];
  /** What the providers said, each once, in the order of the latest. */
  messages: string[];
}

/** Failed work by its cause, the commonest cause first. Work that was done again since, by a retry, is left out. */
export function failuresByCause(generations: readonly Generation[]): Failures[] {
  const repeated = new Set(generations.map((generation) => generation.retryOf).filter(Boolean));
  const causes = new Map<FailureKind, Generation[]>();
  for (const generation of generations.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))) {
    if (!hasFailed(generation) || repeated.has(generation.id)) continue;
    const kind = generation.failure?.kind ?? (generation.state === 'expired' ? 'timeout' : 'unknown');
    causes.set(kind, [...(causes.get(kind) ?? []), generation]);
  }
  return [...causes]
    .map(([kind, items]) => ({
      kind,
      items,
      messages: [...new Set(items.map(({ failure }) => failure?.message).filter((message) => typeof message === 'string'))],
    }))
    .toSorted((a, b) => b.items.length - a.items.length);
}
