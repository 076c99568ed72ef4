import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { readStructure } from '@/film/read-structure';
import { client } from '../client';
import { keys } from '../query-keys';

/** The whole film with its selected takes: the one read that board, shot page, screening and palette share. */
export const filmStructureQuery = (filmId: string) =>
  queryOptions({
    queryKey: keys.structure(filmId),
    queryFn: async () => readStructure(await client.getFilmStructure(filmId)),
    staleTime: 15_000,
  });

export const useFilm = (filmId: string) => useSuspenseQuery(filmStructureQuery(filmId)).data;

export const useFilmIfLoaded = (filmId: string | undefined) =>
  useQuery({ ...filmStructureQuery(filmId ?? ''), enabled: filmId !== undefined });
