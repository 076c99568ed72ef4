import type { FilmStructure, Pick, Scene, Shot, Take } from '@/api/types';
import { parseRate, type Rate } from './rate';

/** What a shot's card says. `pick` wants a decision, `empty` wants takes. */
export type ShotStatus = 'selected' | 'generating' | 'pick' | 'empty';

export function shotStatus(shot: Shot): ShotStatus {
  if (shot.selectedTake) return 'selected';
  if (shot.pendingCount > 0) return 'generating';
  return shot.takeCount > 0 ? 'pick' : 'empty';
}

export const filmRate = (structure: FilmStructure): Rate => parseRate(structure.film.details.frameRate);

/** Frames a shot runs in the film; the server gives three seconds where nobody has said. */
export const shotFrames = (shot: Shot): number => Math.max(1, shot.details.durationFrames ?? shot.runsFrames);

export interface PlacedShot {
  shot: Shot;
  scene: Scene | null;
  /** Order in the film, from 0. */
  index: number;
}

/** Every shot in film order: scene after scene, then those that belong to no scene. */
export function shotsInOrder(structure: FilmStructure): PlacedShot[] {
  const placed = structure.scenes.flatMap((scene) => scene.shots.map((shot) => ({ shot, scene: scene })));
  return [...placed, ...structure.shots.map((shot) => ({ shot, scene: null }))].map((entry, index) => ({ ...entry, index }));
}

export const shotCode = (shot: Shot): string => shot.code ?? shot.name;

export function shotByCode(structure: FilmStructure, code: string): PlacedShot | undefined {
  return shotsInOrder(structure).find(({ shot }) => shotCode(shot) === code);
}

/** The next shot after `fromIndex` that has takes and no pick, going round once. */
export function nextUnpicked(shots: readonly PlacedShot[], fromIndex: number): PlacedShot | undefined {
  const after = shots.filter((entry) => entry.index > fromIndex);
  const before = shots.filter((entry) => entry.index <= fromIndex);
  return [...after, ...before].find(({ shot, index }) => index !== fromIndex && needsPick(shot));
}

export const needsPick = (shot: Shot): boolean => shot.selectedTake === null && shot.takeCount > 0;

export const framesOf = (shots: readonly Shot[]): number => shots.reduce((sum, shot) => sum + shotFrames(shot), 0);

/** Words of a filter must all be found in the shot's code, name, description, size or status. */
export function matchesFilter(shot: Shot, filter: string): boolean {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = [shot.code, shot.name, shot.details.description, shot.details.shotSize, shotStatus(shot), ...shot.tags]
    .filter(Boolean)
    .join(' ')
    .toLocaleLowerCase();
  return words.every((word) => haystack.includes(word));
}

export const shotTitle = (shot: Shot): string => {
  const named = shot.name && shot.name !== shot.code ? shot.name : null;
  return named ?? shot.details.description ?? shotCode(shot);
};

export const isRejected = (take: Take): boolean => take.verdict === 'rejected' || take.status === 'rejected';

export const takeNumber = (take: Take): number => take.number ?? 0;

/** A take as a shot carries its pick. */
export const asPick = (take: Take): Pick => ({ id: take.id, number: takeNumber(take), media: take.media });
