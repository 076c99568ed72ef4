import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

export const filmGenerationsQuery = (filmId: string) =>
  queryOptions({
    queryKey: keys.generations(filmId),
    queryFn: async () => (await client.listGenerations(filmId, undefined, undefined, undefined, 200)).items,
    staleTime: 5_000,
  });

export const shotGenerationsQuery = (shotId: string) =>
  queryOptions({
    queryKey: keys.shotGenerations(shotId),
    queryFn: async () => (await client.listGenerations(undefined, shotId, undefined, undefined, 200)).items,
    staleTime: 5_000,
  });
