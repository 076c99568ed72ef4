import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';
import type { FilmSummary } from '../types';

export const filmsQuery = () =>
  queryOptions({
    queryKey: keys.films,
    queryFn: async () => (await client.listFilms()).items as FilmSummary[],
    staleTime: 10_000,
  });
