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

/** What an event was about: its name now, else the name it had then. */
export function subjectName(event: ActivityEvent, names: ReadonlyMap<string, string>): string {
  const told = [event.after, event.before].map((fields) => fields?.name ?? fields?.code).find((name) => typeof name === 'string');
  return names.get(event.subjectId) ?? told ?? '';
}

/** Work that was done and paid for, whole imports and undoing itself are not taken back from the list; the server decides the rest. */
export const canUndo = (event: ActivityEvent): boolean =>
  event.actor.kind === 'user' && !/generat|import|undo|setUp|login|logout|export/i.test(event.kind);
