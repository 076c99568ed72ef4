import type { FilmStructure, Shot } from '@/api/types';
import { shotsInOrder } from './structure';

/** A structure with one shot replaced; scenes that do not hold it keep their identity, so their lanes do not render again. */
export function patchShot(structure: FilmStructure, shotId: string, change: (shot: Shot) => Shot): FilmStructure {
  const replace = (shots: Shot[]): Shot[] =>
    shots.some((shot) => shot.id === shotId) ? shots.map((shot) => (shot.id === shotId ? change(shot) : shot)) : shots;
  const next: FilmStructure = {
    ...structure,
    scenes: structure.scenes.map((scene) => {
      const shots = replace(scene.shots);
      return shots === scene.shots ? scene : { ...scene, shots };
    }),
    shots: replace(structure.shots),
  };
  const all = shotsInOrder(next).map(({ shot }) => shot);
  return {
    ...next,
    progress: {
      ...next.progress,
      selected: all.filter((shot) => shot.selectedTake).length,
      withTakes: all.filter((shot) => shot.takeCount > 0).length,
    },
  };
}
