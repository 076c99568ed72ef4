import type { Pictured } from '@/api/types';
import { useMeasured } from './measured';

/** Width over height of a take's picture, as it was measured or as the browser found it; 16:9 while nobody knows. */
export function useShape(take: Pictured | null | undefined): number {
  const { width, height, sha256 } = take?.media ?? {};
  const measured = useMeasured(sha256)?.shape;
  return width && height ? width / height : (measured ?? 16 / 9);
}
