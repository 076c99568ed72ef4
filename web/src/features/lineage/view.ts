/** What of a lineage is looked at, and how; all of it stands in the address. */
export interface LineageView {
  /** up: what it was made from; down: what was made from it. */
  direction: 'up' | 'down';
  /** Steps that are followed, 1 to 20. */
  depth: number;
  as: 'graph' | 'table';
}

export const depths = [1, 2, 3, 5, 10, 20] as const;

export function viewOf(search: URLSearchParams): LineageView {
  const depth = Number(search.get('depth') ?? 5);
  return {
    direction: search.get('way') === 'down' ? 'down' : 'up',
    depth: Number.isInteger(depth) && depth >= 1 && depth <= 20 ? depth : 5,
    as: search.get('as') === 'table' ? 'table' : 'graph',
  };
}
