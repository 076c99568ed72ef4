import type { Content } from '@/api/types';

export const statuses = ['pending', 'extracting', 'completed', 'failed'] as const satisfies readonly Content['status'][];
export const kinds = ['web', 'pdf', 'text', 'fountain', 'fdx', 'video'] as const satisfies readonly NonNullable<
  Content['sourceKind']
>[];

/** Which texts are listed; every part is in the address. */
export interface ContentFilter {
  q: string;
  status: (typeof statuses)[number] | null;
  kind: (typeof kinds)[number] | null;
  tag: string | null;
}

/** What an address says; a part that cannot be read is left out rather than refused. */
export function readFilter(search: URLSearchParams): ContentFilter {
  const oneOf = <T extends string>(name: string, all: readonly T[]): T | null =>
    all.find((value) => value === search.get(name)) ?? null;
  return { q: search.get('q') ?? '', status: oneOf('status', statuses), kind: oneOf('kind', kinds), tag: search.get('tag') };
}

export const isFiltered = ({ q, status, kind, tag }: ContentFilter): boolean =>
  q !== '' || status !== null || kind !== null || tag !== null;
