import type { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-keys';
import type { SharedContent, SharedShot, SharedTake } from '@/api/types';

interface Mark {
  takeId: string;
  circled: boolean;
  selected: boolean;
}

/** Every take of what is shared, changed or as it was. */
export function changeTakes(content: SharedContent, change: (take: SharedTake, shot: SharedShot) => SharedTake): SharedContent {
  const shots = (list: SharedShot[]) => list.map((shot) => ({ ...shot, takes: shot.takes.map((take) => change(take, shot)) }));
  return {
    ...content,
    scenes: content.scenes.map((scene) => ({ ...scene, shots: shots(scene.shots) })),
    shots: shots(content.shots),
  };
}

/** How the server says a take stands now. One take of a shot is in the film, so choosing one takes out the other. */
export function showMark(cache: QueryClient, token: string, mark: Mark): void {
  cache.setQueryData<SharedContent>(
    keys.guestContent(token),
    (content) =>
      content &&
      changeTakes(content, (take, shot) => {
        if (take.id === mark.takeId) return { ...take, circled: mark.circled, selected: mark.selected };
        const replaced = mark.selected && shot.takes.some((other) => other.id === mark.takeId);
        return replaced ? { ...take, selected: false } : take;
      }),
  );
}

/** A refusal because the link is closed, or the guest is not in any more, is the door's to say: it is asked again. */
export function turnedAway(cache: QueryClient, token: string, error: unknown): void {
  const { code } = asProblem(error);
  if (code === 'share.notFound' || code === 'share.enter') void cache.invalidateQueries({ queryKey: keys.guest(token) });
}
