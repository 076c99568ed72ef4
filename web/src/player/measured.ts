import { useSyncExternalStore } from 'react';

const lengths = new Map<string, number>();
const listeners = new Set<() => void>();

/** Seconds that clips last, by the hash of their file, as the browser found them: for files that nobody has measured. */
export const measured = {
  set(hash: string, seconds: number): void {
    if (!Number.isFinite(seconds) || lengths.get(hash) === seconds) return;
    lengths.set(hash, seconds);
    for (const listener of listeners) listener();
  },
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useMeasured = (hash: string | undefined): number | undefined =>
  useSyncExternalStore(subscribe, () => (hash ? lengths.get(hash) : undefined));
