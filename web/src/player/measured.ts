import { useSyncExternalStore } from 'react';

/** What the browser found in a file: seconds that it lasts, and width over height of its picture. */
interface Measure {
  readonly seconds: number;
  readonly shape: number;
}

const found = new Map<string, Measure>();
const listeners = new Set<() => void>();

/** Remembers a clip's measure by the hash of its file: for files that nobody has measured before. */
export function noteMeasure(hash: string, video: HTMLVideoElement): void {
  const { duration, videoWidth, videoHeight } = video;
  if (!hash || found.has(hash) || !Number.isFinite(duration) || videoHeight === 0) return;
  found.set(hash, { seconds: duration, shape: videoWidth / videoHeight });
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useMeasured = (hash: string | undefined): Measure | undefined =>
  useSyncExternalStore(subscribe, () => (hash ? found.get(hash) : undefined));
