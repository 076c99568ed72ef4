import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useGenerateShotTakes } from '@/api/requests/generate-shot-takes';
import { meQuery } from '@/api/requests/get-me';
import { takesQuery } from '@/api/requests/list-takes';
import { useSelectTake } from '@/api/requests/select-take';
import type { FilmStructure, Shot } from '@/api/types';
import { currentPlace, stepMove, type Move } from '@/film/reorder';
import { isRejected, shotCode, shotsInOrder } from '@/film/structure';
import type { KeyHandlers } from '@/keys/use-keys';
import { did } from '@/state/undo';
import { useRemoveShot } from './api/delete-asset';
import { useReorderFilm } from './api/reorder-film';

export interface CardActions {
  generate(shot: Shot): void;
  mark(shot: Shot, range: boolean): void;
  move(shot: Shot): void;
  remove(shot: Shot): void;
}

const defaultCount = 4;

/** Everything the board's keys, cards and bars do; all of it can be undone, so none of it asks. */
export function useBoardActions(filmId: string, film: FilmStructure) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const reorder = useReorderFilm(filmId);
  const generate = useGenerateShotTakes(filmId);
  const select = useSelectTake(filmId);
  const { remove, restore } = useRemoveShot(filmId);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<string[] | null>(null);
  const lastMarked = useRef<string | null>(null);
  const latest = useRef(film);
  latest.current = film;

  const byId = (id: string | null) => shotsInOrder(latest.current).find(({ shot }) => shot.id === id)?.shot;
  const focusedShotId = () => document.activeElement?.closest<HTMLElement>('[data-shot]')?.dataset.shot ?? null;

  const move = (moves: Move[]) => {
    const back = moves.toReversed().flatMap((entry) => currentPlace(latest.current, entry.id) ?? []);
    reorder.mutate(moves, { onSuccess: () => did(t('board.moved', { count: moves.length }), () => reorder.mutateAsync(back)) });
  };
  const step = (direction: 1 | -1) => () => {
    const id = focusedShotId();
    const next = id && stepMove(latest.current, id, direction);
    if (!next) return false;
    move([next]);
    requestAnimationFrame(() => focusShot(id));
  };
  const toggle = (shot: Shot, range: boolean) => {
    const order = shotsInOrder(latest.current).map((entry) => entry.shot.id);
    const from = lastMarked.current === null ? -1 : order.indexOf(lastMarked.current);
    const to = order.indexOf(shot.id);
    setMarked((old) => {
      const next = new Set(old);
      if (range && from >= 0) order.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((id) => next.add(id));
      else if (!next.delete(shot.id)) next.add(shot.id);
      return next;
    });
    lastMarked.current = shot.id;
  };

  /** The only candidate, or the only circled one, goes into the cut; anything else is a choice to look at. */
  const selectBest = async (shot: Shot) => {
    const takes = (await cache.fetchQuery(takesQuery(shot.id))).filter((take) => !isRejected(take));
    const circled = takes.filter((take) => take.circled);
    const best = circled.length === 1 ? circled[0] : takes.length === 1 ? takes[0] : null;
    if (!best) {
      void navigate(`/f/${filmId}/shots/${encodeURIComponent(shotCode(shot))}`);
      return;
    }
    const by = cache.getQueryData(meQuery().queryKey)?.name ?? null;
    const before = shot.selectedTake;
    select.mutate(
      { shotId: shot.id, take: best, by },
      {
        onSuccess: () =>
          did(t('shot.selectedToast', { code: shotCode(shot), number: best.number }), () => select.mutateAsync({ shotId: shot.id, take: before, by })),
      },
    );
  };

  const generateMarked = () => {
    const ids = marked.size > 0 ? [...marked] : [focusedShotId()].filter((id) => id !== null);
    for (const shotId of ids) generate.mutate({ shotId, request: { count: defaultCount } });
    setMarked(new Set());
  };

  const calls = useRef<CardActions>(null!);
  calls.current = {
    generate: (shot) => generate.mutate({ shotId: shot.id, request: { count: defaultCount } }),
    mark: toggle,
    move: (shot) => setMoving(marked.has(shot.id) ? [...marked] : [shot.id]),
    remove: (shot) =>
      remove.mutate(shot.id, {
        onSuccess: () => did(t('board.removed', { code: shotCode(shot) }), () => restore.mutateAsync(shot.id)),
      }),
  };
  // One identity for the life of the board, so that a change in one card does not render the others.
  const card = useMemo<CardActions>(
    () => ({
      generate: (shot) => calls.current.generate(shot),
      mark: (shot, range) => calls.current.mark(shot, range),
      move: (shot) => calls.current.move(shot),
      remove: (shot) => calls.current.remove(shot),
    }),
    [],
  );

  const withFocused = (act: (shot: Shot) => void) => () => {
    const shot = byId(focusedShotId());
    if (!shot) return false;
    act(shot);
  };
  const keys: KeyHandlers = {
    mark: withFocused((shot) => toggle(shot, false)),
    moveTo: () => {
      if (marked.size > 0) return setMoving([...marked]);
      return withFocused((shot) => setMoving([shot.id]))();
    },
    moveBack: step(-1),
    moveOn: step(1),
    generateMarked: () => (marked.size > 0 || focusedShotId() ? generateMarked() : false),
    selectBest: withFocused((shot) => void selectBest(shot)),
  };

  const onArrowKeys = useCallback((event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.shiftKey || !event.key.startsWith('Arrow')) return;
    const cards = [...document.querySelectorAll<HTMLElement>('[data-shot] .card-link')];
    const at = cards.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const next = neighbourOf(cards, at, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }, []);

  return {
    marked,
    moving,
    card,
    keys,
    focusedShotId,
    onArrowKeys,
    generateMarked,
    error: reorder.error ?? generate.error ?? select.error ?? remove.error,
    clearMarks: () => setMarked(new Set()),
    openMove: () => setMoving([...marked]),
    closeMove: () => setMoving(null),
    moveTo: (sceneId: string, after: string | null) => {
      let previous = after;
      const order = shotsInOrder(film).map(({ shot }) => shot.id);
      const ids = (moving ?? []).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
      move(
        ids.map((id) => {
          const entry = { id, parentId: sceneId, after: previous };
          previous = id;
          return entry;
        }),
      );
      setMoving(null);
      setMarked(new Set());
    },
  };
}

const focusShot = (id: string) => document.querySelector<HTMLElement>(`[data-shot="${CSS.escape(id)}"] .card-link`)?.focus();

/** Left and right go by order, up and down by what is nearest on the screen. */
function neighbourOf(cards: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowLeft') return cards[at - 1];
  if (key === 'ArrowRight') return cards[at + 1];
  const here = cards[at]!.getBoundingClientRect();
  const down = key === 'ArrowDown';
  const rows = (down ? cards.slice(at + 1) : cards.slice(0, at).toReversed()).map((card) => ({ card, box: card.getBoundingClientRect() }));
  const row = rows.find(({ box }) => (down ? box.top > here.top + 8 : box.top < here.top - 8));
  if (!row) return undefined;
  return rows
    .filter(({ box }) => Math.abs(box.top - row.box.top) < 8)
    .reduce((best, entry) => (Math.abs(entry.box.left - here.left) < Math.abs(best.box.left - here.left) ? entry : best), row).card;
}
