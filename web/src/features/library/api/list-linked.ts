import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

const usedAs = ['uses_character', 'uses_location', 'uses_prop', 'uses_style', 'uses_audio', 'uses_script', 'uses_asset'];

/** The shots an asset is used in, at most two hundred of them. */
export const usedInQuery = (id: string) =>
  queryOptions({
    queryKey: keys.linked(id, 'parents', usedAs),
    queryFn: async () => {
      const page = await client.getParents(id, usedAs, ['shot'], undefined, 200);
      return { shots: page.items.map(({ asset }) => asset), more: page.next !== null };
    },
    staleTime: 30_000,
  });

/** The pictures that lie below an asset: a character's reference images, a take's outputs. */
export const imagesOfQuery = (id: string) =>
  queryOptions({
    queryKey: keys.linked(id, 'children', ['contains']),
    queryFn: async () => (await client.getChildren(id, ['contains'], ['image'], undefined, 200)).items.map(({ asset }) => asset),
    staleTime: 15_000,
  });
