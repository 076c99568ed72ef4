import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { Asset, Collection } from '@/api/types';

async function membersOf(collectionId: string): Promise<Asset[]> {
  const members: Asset[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.getCollectionMembers(collectionId, cursor, 200);
    members.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return members;
}

/** Puts assets into a collection behind what it has; a name instead of one makes the collection first. */
export function useGather() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ into, assetIds }: { into: Collection | string; assetIds: readonly string[] }) => {
      const collection = typeof into === 'string' ? await client.createCollection({ name: into }) : into;
      const had = (await membersOf(collection.id)).map(({ id }) => id);
      const added = assetIds.filter((id) => !had.includes(id));
      return client.setCollectionMembers(collection.id, { assetIds: [...had, ...added] }, `"${collection.version}"`);
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.collections }),
        cache.invalidateQueries({ queryKey: ['assets', 'ids'] }),
      ]),
  });
}
