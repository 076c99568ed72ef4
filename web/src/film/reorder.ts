import type { FilmStructure, Scene, Shot } from '@/api/types';
import { shotsInOrder } from './structure';

export interface Move {
  id: string;
  /** The scene a shot goes to, or the film: for a scene, and for a shot that belongs to no scene. */
  parentId: string;
  /** The shot or scene it comes after; null puts it first. */
  after: string | null;
}

/** A row of shots: a scene's, or those of the film itself. */
interface Row {
  id: string;
  shots: readonly Shot[];
}

const rowsOf = (structure: FilmStructure): Row[] => [...structure.scenes, { id: structure.film.id, shots: structure.shots }];

/** The shot before a shot in its own row; null for the first. */
export function previousOf(structure: FilmStructure, shotId: string): string | null {
  for (const { shots } of rowsOf(structure)) {
    const at = shots.findIndex((shot) => shot.id === shotId);
    if (at >= 0) return shots[at - 1]?.id ?? null;
  }
  return null;
}

/** Where a shot goes with Alt+arrow: one step, over the scene's border into the neighbouring scene at its ends. */
export function stepMove(structure: FilmStructure, shotId: string, direction: 1 | -1): Move | null {
  const lane = structure.scenes.findIndex((scene) => scene.shots.some((shot) => shot.id === shotId));
  const scene = structure.scenes[lane];
  if (!scene) return null;
  const at = scene.shots.findIndex((shot) => shot.id === shotId);
  const others = scene.shots.filter((shot) => shot.id !== shotId);
  const to = at + direction;
  if (to >= 0 && to <= others.length) return { id: shotId, parentId: scene.id, after: others[to - 1]?.id ?? null };
  const neighbour = structure.scenes[lane + direction];
  if (!neighbour) return null;
  return { id: shotId, parentId: neighbour.id, after: direction === 1 ? null : (neighbour.shots.at(-1)?.id ?? null) };
}

/** One place up or down for a scene; null at the film's ends. */
export function stepScene(structure: FilmStructure, sceneId: string, direction: 1 | -1): Move | null {
  const at = structure.scenes.findIndex((scene) => scene.id === sceneId);
  const to = at + direction;
  if (at < 0 || to < 0 || to >= structure.scenes.length) return null;
  const others = structure.scenes.filter((scene) => scene.id !== sceneId);
  return { id: sceneId, parentId: structure.film.id, after: others[to - 1]?.id ?? null };
}

/** The moves that put shots, in film order, one behind the other at a place. */
export function gatherMoves(structure: FilmStructure, ids: ReadonlySet<string>, parentId: string, after: string | null): Move[] {
  const inOrder = shotsInOrder(structure).filter(({ shot }) => ids.has(shot.id));
  // A place behind a shot that moves too is the place behind the nearest one before it that stays.
  const row = rowsOf(structure).find((candidate) => candidate.id === parentId)?.shots ?? [];
  let at = after === null ? -1 : row.findIndex((shot) => shot.id === after);
  while (at >= 0 && ids.has(row[at]!.id)) at--;
  const first = row[at]?.id ?? null;
  return inOrder.map(({ shot }, index) => ({ id: shot.id, parentId, after: index === 0 ? first : inOrder[index - 1]!.shot.id }));
}

/** The moves that bring scenes or shots back to where they stand now, in the order in which each finds the one before it: what undo sends. */
export function placesOf(structure: FilmStructure, ids: ReadonlySet<string>): Move[] {
  const among = (parentId: string, row: readonly { id: string }[]): Move[] =>
    row.flatMap((entry, at) => (ids.has(entry.id) ? [{ id: entry.id, parentId, after: row[at - 1]?.id ?? null }] : []));
  return [...among(structure.film.id, structure.scenes), ...rowsOf(structure).flatMap((row) => among(row.id, row.shots))];
}

/** The structure with a move already made: shown at once, before the server answers. */
export function applyMove(structure: FilmStructure, move: Move): FilmStructure {
  const scene = structure.scenes.find((candidate) => candidate.id === move.id);
  if (scene) return { ...structure, scenes: placed(structure.scenes, scene, move.after) };
  const shot = shotsInOrder(structure).find((entry) => entry.shot.id === move.id)?.shot;
  if (!shot) return structure;
  const rowAfter = (id: string, shots: Shot[]): Shot[] => {
    if (id === move.parentId) return placed(shots, { ...shot, parentId: id }, move.after);
    return shots.some((candidate) => candidate.id === move.id) ? shots.filter((candidate) => candidate.id !== move.id) : shots;
  };
  return {
    ...structure,
    scenes: structure.scenes.map((candidate): Scene => {
      const shots = rowAfter(candidate.id, candidate.shots);
      return shots === candidate.shots ? candidate : { ...candidate, shots };
    }),
    shots: rowAfter(structure.film.id, structure.shots),
  };
}

function placed<T extends { id: string }>(row: readonly T[], entry: T, after: string | null): T[] {
  const rest = row.filter((candidate) => candidate.id !== entry.id);
  const at = after === null ? 0 : rest.findIndex((candidate) => candidate.id === after) + 1;
  return rest.toSpliced(at, 0, entry);
}

/** Whether moves leave everything where it is. */
export function changesNothing(structure: FilmStructure, moves: readonly Move[]): boolean {
  const order = (film: FilmStructure) =>
    rowsOf(film)
      .map((row) => [row.id, ...row.shots.map((shot) => shot.id)].join(' '))
      .join('\n');
  return order(moves.reduce(applyMove, structure)) === order(structure);
}
