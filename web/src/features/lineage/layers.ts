import type { Lineage } from '@/api/types';

export interface Placed {
  id: string;
  /** Steps from the asset that is asked about. */
  layer: number;
  /** Place within the layer, from 0. */
  row: number;
  /** How many lie in the layer. */
  of: number;
}

/**
 * Lays a lineage out in layers by the fewest steps from the asset asked about, which is the first of its nodes. Within a
 * layer what hangs on the same node of the layer before stands together. A node that no link reaches comes last.
 */
export function layersOf(lineage: Pick<Lineage, 'nodes' | 'edges'>): Placed[] {
  const root = lineage.nodes[0]?.id;
  if (root === undefined) return [];
  const beside = new Map<string, string[]>();
  const join = (one: string, other: string) => beside.set(one, [...(beside.get(one) ?? []), other]);
  for (const { parentId, childId } of lineage.edges) {
    join(parentId, childId);
    join(childId, parentId);
  }
  const known = new Set(lineage.nodes.map(({ id }) => id));
  const seen = new Set([root]);
  const layers: string[][] = [[root]];
  for (let layer = layers[0]!; layer.length > 0;) {
    const next: string[] = [];
    for (const id of layer)
      for (const other of beside.get(id) ?? [])
        if (known.has(other) && !seen.has(other)) {
          seen.add(other);
          next.push(other);
        }
    if (next.length > 0) layers.push(next);
    layer = next;
  }
  const loose = lineage.nodes.map(({ id }) => id).filter((id) => !seen.has(id));
  if (loose.length > 0) layers.push(loose);
  return layers.flatMap((ids, layer) => ids.map((id, row) => ({ id, layer, row, of: ids.length })));
}
