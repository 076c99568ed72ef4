import type { Pictured } from '@/api/types';

/** Width over height of a take's picture; 16:9 while nobody knows. */
export function shapeOf(take: Pictured | null | undefined): number {
  const { width, height } = take?.media ?? {};
  return width && height ? width / height : 16 / 9;
}
