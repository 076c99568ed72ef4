import type { ActivityEvent, FilmStructure } from '@/api/types';
import { shotCode, shotsInOrder, shotTitle } from '@/film/structure';

/** Names of everything in the film, for an event knows only ids. */
export function namesIn(film: FilmStructure): ReadonlyMap<string, string> {
  return new Map([
    [film.film.id, film.film.name],
    ...film.scenes.map((scene) => [scene.id, scene.title] as const),
    ...film.characters.map((character) => [character.id, character.name] as const),
    ...shotsInOrder(film).map(({ shot }) => [shot.id, `${shotCode(shot)} ${shotTitle(shot)}`] as const),
  ]);
}

/** What an event was about: its name now, else what the record calls it. */
export const subjectName = (event: ActivityEvent, names: ReadonlyMap<string, string>): string =>
  names.get(event.subjectId) ?? event.subjectName ?? '';
