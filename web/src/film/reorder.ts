import type { FilmStructure } from '@/api/types';

export interface Move {
  id: string;
  parentId: string;
  /** The shot it comes after; null puts it first. */
  after: string | null;
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

/** The move that brings a shot back to where it stands now: what undo sends. */
export function currentPlace(structure: FilmStructure, shotId: string): Move | null {
  for (const scene of structure.scenes) {
    const at = scene.shots.findIndex((shot) => shot.id === shotId);
    if (at >= 0) return { id: shotId, parentId: scene.id, after: scene.shots[at - 1]?.id ?? null };
  }
  return null;
}

/** The structure with a move already made: shown at once, before the server answers. */
export function applyMove(structure: FilmStructure, move: Move): FilmStructure {
  const shot = structure.scenes.flatMap((scene) => scene.shots).find((candidate) => candidate.id === move.id);
  if (!shot) return structure;
  return {
    ...structure,
    scenes: structure.scenes.map((scene) => {
      const rest = scene.shots.filter((candidate) => candidate.id !== move.id);
      if (scene.id !== move.parentId) return rest.length === scene.shots.length ? scene : { ...scene, shots: rest };
      const at = move.after === null ? 0 : rest.findIndex((candidate) => candidate.id === move.after) + 1;
      return { ...scene, shots: rest.toSpliced(at, 0, { ...shot, parentId: scene.id }) };
    }),
  };
}
