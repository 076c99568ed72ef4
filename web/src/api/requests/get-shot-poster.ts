import { queryOptions } from '@tanstack/react-query';
import { isRejected } from '@/film/structure';
import { client } from '../client';
import type { Shot, Take } from '../types';

/**
 * The picture of a shot that has takes and no pick: its newest circled take, else its newest one. The key holds the
 * count of takes, so that it is read again when there are more and not on every event.
 */
export const shotPosterQuery = (shot: Shot) =>
  queryOptions({
    queryKey: ['poster', shot.id, shot.takeCount],
    queryFn: async () => {
      const open = ((await client.listTakes(shot.id)) as Take[]).filter((take) => !isRejected(take) && take.media);
      return open.findLast((take) => take.circled) ?? open.at(-1) ?? null;
    },
    staleTime: Infinity,
  });
