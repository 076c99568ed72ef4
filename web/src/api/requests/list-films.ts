import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

export const filmsQuery = () =>
  queryOptions({ queryKey: keys.films, queryFn: async () => (await client.listFilms()).items, staleTime: 10_000 });
