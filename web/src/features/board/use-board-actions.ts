import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import { useGenerateShotTakes } from '@/api/requests/generate-shot-takes';
import { filmStructureQuery } from '@/api/requests/get-film-structure';
import { meQuery } from '@/api/requests/get-me';
import { useMay, type May } from '@/api/requests/may';
import { takesQuery } from '@/api/requests/list-takes';
import { useSelectTake } from '@/api/requests/select-take';
import type { Scene, Shot } from '@/api/types';
import { changesNothing, gatherMoves, placesOf, stepMove, stepScene, type Move } from '@/film/reorder';
import { asPick, isRejected, shotCode, shotsInOrder } from '@/film/structure';
import type { KeyHandlers } from '@/keys/use-keys';
import { did, say } from '@/state/undo';
import { useRemoveShot } from './api/delete-asset';
import { useReorderFilm } from './api/reorder-film';
import type { Carried, DropPlace } from './drag';
import { focusedShotId, focusShot } from './focus';
import { clearMarks, toggleMark, useMarks } from './marks';

export interface CardActions {
  /** What the caller's role allows: what it does not is not offered. */
  may: May;
  generate(shot: Shot): void;
  mark(shot: Shot, range: boolean): void;
  move(shot: Shot): void;
  remove(shot: Shot): void;
  stepScene(scene: Scene, direction: 1 | -1): void;
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
  const may = useMay();
  const [moving, setMoving] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => clearMarks, [filmId]);

  /** The film as it is now, not as it was when a handler was made. */
  const film = () => cache.getQueryData(filmStructureQuery(filmId).queryKey)!;
  const order = () => shotsInOrder(film()).map(({ shot }) => shot.id);
  const byId = (id: string | null) => shotsInOrder(film()).find(({ shot }) => shot.id === id)?.shot;

  const { mutate: arrange, mutateAsync: arrangeBack } = reorder;
  /** Shown at once; one that is refused is put back, with the reason where it is seen however far the board is scrolled. */
  const move = useCallback(
    (moves: Move[], said: string) => {
      const film = cache.getQueryData(filmStructureQuery(filmId).queryKey)!;
      if (moves.length === 0 || changesNothing(film, moves)) return;
      const back = placesOf(film, new Set(moves.map(({ id }) => id)));
      arrange(moves, {
        onSuccess: () => did(said, () => arrangeBack(back)),
        onError: (error) => say(`${t('board.notMoved')} ${asProblem(error).message}`, 'bad'),
      });
    },
    [arrange, arrangeBack, cache, filmId, t],
  );
  const moveShots = (ids: ReadonlySet<string>, parentId: string, after: string | null) =>
    move(gatherMoves(film(), ids, parentId, after), t('board.moved', { count: ids.size }));
  const step = (direction: 1 | -1) => () => {
    const id = focusedShotId();
    const next = may.edit && id && stepMove(film(), id, direction);
    if (!next) return false;
    move([next], t('board.moved', { count: 1 }));
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
    if (ids.length === 0 || !may.generate) return false;
    for (const shotId of ids) generate.mutate({ shotId, request: { count: defaultCount } });
    clearMarks();
  };

  const { mutate: ask } = generate;
  const { mutate: takeOut } = remove;
  const { mutateAsync: bringBack } = restore;
  // One identity for the life of the board, so that a change in one card does not render the others.
  const card = useMemo<CardActions>(
    () => ({
      may,
      generate: (shot) => ask({ shotId: shot.id, request: { count: defaultCount } }),
      mark: (shot, range) =>
        toggleMark(
          shot.id,
          range,
          shotsInOrder(cache.getQueryData(filmStructureQuery(filmId).queryKey)!).map((entry) => entry.shot.id),
        ),
      move: (shot) => {
        const all = useMarks.getState().marked;
        setMoving(all.has(shot.id) ? all : new Set([shot.id]));
      },
      remove: (shot) =>
        takeOut(shot.id, { onSuccess: () => did(t('board.removed', { code: shotCode(shot) }), () => bringBack(shot.id)) }),
      stepScene: (scene, direction) => {
        const next = stepScene(cache.getQueryData(filmStructureQuery(filmId).queryKey)!, scene.id, direction);
        if (next) move([next], t('board.sceneMoved', { scene: scene.title }));
        else say(t(direction === 1 ? 'board.sceneIsLast' : 'board.sceneIsFirst', { scene: scene.title }));
      },
    }),
    [ask, takeOut, bringBack, cache, filmId, may, move, t],
  );

  const withFocused = (allowed: boolean, act: (shot: Shot) => void) => () => {
    if (!allowed) return false;
    const shot = byId(focusedShotId());
    if (!shot) return false;
    act(shot);
  };
  const openMove = () => {
    if (!may.edit) return false;
    if (marked.size > 0) return setMoving(marked);
    return withFocused(may.edit, (shot) => setMoving(new Set([shot.id])))();
  };
  const keys: KeyHandlers = {
    mark: withFocused(may.edit || may.generate, (shot) => toggleMark(shot.id, false, order())),
    moveTo: openMove,
    moveBack: step(-1),
    moveOn: step(1),
    generateMarked,
    selectBest: withFocused(may.select, (shot) => void selectBest(shot)),
  };

  return {
    marked,
    moving,
    card,
    keys,
    generateMarked,
    openMove,
    error: generate.error ?? select.error ?? remove.error,
    drop: (carried: Carried, place: DropPlace) => {
      const scene = film().scenes.find(({ id }) => id === carried.id);
      if (scene && place.after !== scene.id)
        move([{ id: scene.id, parentId: place.parentId, after: place.after }], t('board.sceneMoved', { scene: scene.title }));
      else if (!scene) {
        moveShots(carried.ids, place.parentId, place.after);
        if (carried.ids.size > 1) clearMarks();
      }
    },
    closeMove: () => setMoving(null),
    moveTo: (sceneId: string, after: string | null) => {
      if (moving) moveShots(moving, sceneId, after);
      setMoving(null);
      clearMarks();
    },
  };
}
