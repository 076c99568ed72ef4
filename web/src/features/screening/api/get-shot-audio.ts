import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import type { Pictured } from '@/api/types';

/** What sounds under a shot, bottom layer first: the audio it uses, as far as there is a file. */
export const shotAudioQuery = (shotId: string) =>
  queryOptions({
    queryKey: ['structure', 'audio', shotId] as const,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Pictured[]> => {
      const { links } = await client.getShot(shotId, signal);
      const layers = links.filter(({ kind }) => kind === 'uses_audio').toSorted((a, b) => a.sequence - b.sequence);
      if (layers.length === 0) return [];
      const assets = await client.getAssetsByIds({ ids: layers.map(({ id }) => id) }, signal);
      return layers.flatMap(({ id }) => assets.filter((asset) => asset.id === id && asset.media !== null) as Pictured[]);
    },
  });
