import type { Generation } from '@/api/types';

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
