import type { SharedContent, SharedShot, SharedTake } from '@/api/types';

/** A take where it stands in what is shared. */
export interface Placed {
  shot: SharedShot;
  take: SharedTake;
}

/** The shots in the order in which they are shown. */
export const shotsOf = (content: SharedContent): SharedShot[] => [
  ...content.scenes.flatMap((scene) => scene.shots),
  ...content.shots,
];

export const placesOf = (content: SharedContent): Placed[] =>
  shotsOf(content).flatMap((shot) => shot.takes.map((take) => ({ shot, take })));

/** What one looks at first in a shot: the take that is in the film, else the last that was circled, else the last. */
export const firstTake = (shot: SharedShot): SharedTake | undefined =>
  shot.takes.find((take) => take.selected) ?? shot.takes.findLast((take) => take.circled) ?? shot.takes.at(-1);

/** The take that is wanted, or the first one to look at. */
export function current(content: SharedContent, takeId: string | null): Placed | undefined {
  const places = placesOf(content);
  const wanted = places.find(({ take }) => take.id === takeId);
  if (wanted) return wanted;
  const shot = shotsOf(content).find((candidate) => candidate.takes.length > 0);
  const take = shot && firstTake(shot);
  return take && { shot, take };
}

/** The shot that many places on from this one, among those that have takes. */
export function shotBeside(content: SharedContent, shot: SharedShot, by: 1 | -1): SharedShot | undefined {
  const shots = shotsOf(content).filter((candidate) => candidate.takes.length > 0);
  const at = shots.findIndex((candidate) => candidate.id === shot.id);
  return at < 0 ? undefined : shots[at + by];
}

export const isClip = (take: SharedTake): boolean => take.media?.contentType.startsWith('video/') ?? false;

/** A shot of takes that are shared by themselves may have no code. */
export const shotLabel = (shot: SharedShot): string => shot.code ?? shot.name;
