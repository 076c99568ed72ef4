import type { DropPlace } from './drag';

/** A place to drop at and the line that shows it, in pixels of the window. */
export interface Target extends DropPlace {
  line: { left: number; top: number; width: number; height: number };
}

const thick = 3;

/**
 * The place for cards under the pointer: before or behind the nearest card of the lane it is over. Read from the screen at
 * every frame, so that it stays true while the board scrolls and while others change the film.
 *
 * @param previousOf The shot before a shot in its scene, which a filter may have hidden.
 */
export function shotTarget(
  board: HTMLElement,
  x: number,
  y: number,
  previousOf: (shotId: string) => string | null,
): Target | null {
  const lane = laneAt(board, y);
  const parentId = lane?.dataset.lane;
  if (!lane || !parentId) return null;
  const cards = [...lane.querySelectorAll<HTMLElement>('[data-shot]')].map((card) => ({
    id: card.dataset.shot!,
    box: card.getBoundingClientRect(),
  }));
  if (cards.length === 0) {
    const box = (lane.querySelector('.cards') ?? lane).getBoundingClientRect();
    return { parentId, after: null, line: { left: box.left, top: box.top, width: thick, height: Math.max(48, box.height) } };
  }
  const nearest = cards.reduce((best, card) => (distance(card.box, x, y) < distance(best.box, x, y) ? card : best));
  const { box } = nearest;
  const behind = x > box.left + box.width / 2;
  const after = behind ? nearest.id : previousOf(nearest.id);
  const left = behind ? box.right + 8 - thick / 2 : box.left - 8 - thick / 2;
  return { parentId, after, line: { left, top: box.top, width: thick, height: box.height } };
}

/** The place for a scene: above or below the lane under the pointer. */
export function sceneTarget(board: HTMLElement, filmId: string, y: number): Target | null {
  const lanes = [...board.querySelectorAll<HTMLElement>('[data-lane]')].filter((lane) => lane.dataset.lane !== filmId);
  const lane = laneAt(board, y);
  const at = lane ? lanes.indexOf(lane) : -1;
  if (at < 0) return null;
  const box = lanes[at]!.getBoundingClientRect();
  const below = y > box.top + box.height / 2;
  const line = { left: box.left + 24, top: (below ? box.bottom : box.top) + 4, width: box.width - 48, height: thick };
  return { parentId: filmId, after: below ? lanes[at]!.dataset.lane! : (lanes[at - 1]?.dataset.lane ?? null), line };
}

/** The lane at a height; above the first and below the last one, that one. */
function laneAt(board: HTMLElement, y: number): HTMLElement | undefined {
  const lanes = [...board.querySelectorAll<HTMLElement>('[data-lane]')];
  return lanes.find((lane) => lane.getBoundingClientRect().bottom > y) ?? lanes.at(-1);
}

function distance(box: DOMRect, x: number, y: number): number {
  // A row below or above counts for more than any way along the row that the pointer is in.
  const down = Math.max(box.top - y, 0, y - box.bottom);
  return down * 10_000 + Math.abs(x - (box.left + box.width / 2));
}
