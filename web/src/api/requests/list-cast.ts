import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** The characters, locations, props and styles of a film. */
export const castQuery = (filmId: string) =>
  queryOptions({ queryKey: keys.cast(filmId), queryFn: () => client.listCast(filmId), staleTime: 30_000 });
