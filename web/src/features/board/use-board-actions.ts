import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useGenerateShotTakes } from '@/api/requests/generate-shot-takes';
import { filmStructureQuery } from '@/api/requests/get-film-structure';
import { meQuery } from '@/api/requests/get-me';
import { takesQuery } from '@/api/requests/list-takes';
import { useSelectTake } from '@/api/requests/select-take';
import type { Shot } from '@/api/types';
import { currentPlace, stepMove, type Move } from '@/film/reorder';
import { asPick, isRejected, shotCode, shotsInOrder } from '@/film/structure';
import type { KeyHandlers } from '@/keys/use-keys';
import { did } from '@/state/undo';
import { useRemoveShot } from './api/delete-asset';
import { useReorderFilm } from './api/reorder-film';
import { focusedShotId, focusShot } from './focus';
import { clearMarks, toggleMark, useMarks } from './marks';

export interface CardActions {
  generate(shot: Shot): void;
  mark(shot: Shot, range: boolean): void;
  move(shot: Shot): void;
  remove(shot: Shot): void;
}

const defaultCount = 4;

/** Everything the board's keys, cards and bars do; all of it can be undone, so none of it asks. */
export function useBoardActions(filmId: string) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const reorder = useReorderFilm(filmId);
  const generate = useGenerateShotTakes(filmId);
  const select = useSelectTake(filmId);
  const { remove, restore } = useRemoveShot(filmId);
  const marked = useMarks((state) => state.marked);
  const [moving, setMoving] = useState<readonly string[] | null>(null);
  useEffect(() => clearMarks, [filmId]);

  /** The film as it is now, not as it was when a handler was made. */
  const film = () => cache.getQueryData(filmStructureQuery(filmId).queryKey)!;
  const order = () => shotsInOrder(film()).map(({ shot }) => shot.id);
  const byId = (id: string | null) => shotsInOrder(film()).find(({ shot }) => shot.id === id)?.shot;

  const move = (moves: Move[]) => {
    const back = moves.toReversed().flatMap((entry) => currentPlace(film(), entry.id) ?? []);
    reorder.mutate(moves, { onSuccess: () => did(t('board.moved', { count: moves.length }), () => reorder.mutateAsync(back)) });
  };
  const step = (direction: 1 | -1) => () => {
    const id = focusedShotId();
    const next = id && stepMove(film(), id, direction);
    if (!next) return false;
    move([next]);
    requestAnimationFrame(() => focusShot(id));
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
    const by = cache.getQueryData(meQuery().queryKey)?.user.name ?? null;
    const before = shot.selectedTake;
    select.mutate(
      { shotId: shot.id, take: asPick(best), by },
      {
        onSuccess: () =>
          did(t('shot.selectedToast', { code: shotCode(shot), number: best.number }), () =>
            select.mutateAsync({ shotId: shot.id, take: before, by }),
          ),
      },
    );
  };
  const generateMarked = () => {
    const focused = focusedShotId();
    const ids = marked.size > 0 ? [...marked] : focused ? [focused] : [];
    if (ids.length === 0) return false;
    for (const shotId of ids) generate.mutate({ shotId, request: { count: defaultCount } });
    clearMarks();
  };

  const { mutate: ask } = generate;
  const { mutate: takeOut } = remove;
  const { mutateAsync: bringBack } = restore;
  // One identity for the life of the board, so that a change in one card does not render the others.
  const card = useMemo<CardActions>(
    () => ({
      generate: (shot) => ask({ shotId: shot.id, request: { count: defaultCount } }),
      mark: (shot, range) =>
        toggleMark(
          shot.id,
          range,
          shotsInOrder(cache.getQueryData(filmStructureQuery(filmId).queryKey)!).map((entry) => entry.shot.id),
        ),
      move: (shot) => {
        const all = useMarks.getState().marked;
        setMoving(all.has(shot.id) ? [...all] : [shot.id]);
      },
      remove: (shot) =>
        takeOut(shot.id, { onSuccess: () => did(t('board.removed', { code: shotCode(shot) }), () => bringBack(shot.id)) }),
    }),
    [ask, takeOut, bringBack, cache, filmId, t],
  );

  const withFocused = (act: (shot: Shot) => void) => () => {
    const shot = byId(focusedShotId());
    if (!shot) return false;
    act(shot);
  };
  const openMove = () => {
    if (marked.size > 0) return setMoving([...marked]);
    return withFocused((shot) => setMoving([shot.id]))();
  };
  const keys: KeyHandlers = {
    mark: withFocused((shot) => toggleMark(shot.id, false, order())),
    moveTo: openMove,
    moveBack: step(-1),
    moveOn: step(1),
    generateMarked,
    selectBest: withFocused((shot) => void selectBest(shot)),
  };

  return {
    marked,
    moving,
    card,
    keys,
    generateMarked,
    openMove,
    error: reorder.error ?? generate.error ?? select.error ?? remove.error,
    closeMove: () => setMoving(null),
    moveTo: (sceneId: string, after: string | null) => {
      const places = order();
      const ids = (moving ?? []).toSorted((a, b) => places.indexOf(a) - places.indexOf(b));
      move(ids.map((id, index) => ({ id, parentId: sceneId, after: index === 0 ? after : ids[index - 1]! })));
      setMoving(null);
      clearMarks();
    },
  };
}
