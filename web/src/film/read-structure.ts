import type { FilmStructure as WireStructure } from '@/api/generated/director';
import type { Character, Film, FilmStructure, Scene, Shot } from '@/api/types';
import { sceneTitle } from './scene-title';

/** A film as the server gives it, with what its scenes are called on the screen. */
export function readStructure(wire: WireStructure): FilmStructure {
  const scenes = wire.scenes as Scene[];
  const names = wire.characters.map((character) => character.name);
  const numbered = scenes.some((scene) => scene.details.sceneNumber);
  return {
    ...wire,
    film: wire.film as Film,
    shots: wire.shots as Shot[],
    characters: wire.characters as Character[],
    scenes: scenes.map((scene, index) => ({
      ...scene,
      title: sceneTitle(scene, names),
      sceneNumber: scene.details.sceneNumber ?? (numbered ? null : String(index + 1)),
    })),
  };
}
