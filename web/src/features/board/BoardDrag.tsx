import { DndContext, DragOverlay, MouseSensor, TouchSensor, useSensor, useSensors, type DragStartEvent } from '@dnd-kit/core';
import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilmStructure } from '@/api/types';
import { previousOf } from '@/film/reorder';
import { shotCode, shotsInOrder } from '@/film/structure';
import { CarriedCards } from './CarriedCards';
import { hoverPlace, letGo, lift, useDrag, type Carried, type DropPlace } from './drag';
import { sceneTarget, shotTarget, type Target } from './drop-place';
import { useMarks } from './marks';

interface Props {
  film: FilmStructure;
  board: RefObject<HTMLElement | null>;
  onDrop(carried: Carried, place: DropPlace): void;
  children: ReactNode;
}

/** Far enough that a click with an unsteady hand stays a click. */
const mouse = { activationConstraint: { distance: 6 } };
/** Held long enough that a swipe still scrolls. */
const touch = { activationConstraint: { delay: 280, tolerance: 8 } };
const nearTheEdge = { threshold: { x: 0, y: 0.14 }, acceleration: 14 };
/** How far above and below the board a hand still means its first and last row: it gets there while scrolling. */
const outside = 60;
/** The library speaks English only; the line's place is said by the board itself. */
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };
function nothing(): undefined {}

/** Carrying cards and lanes by hand. What the keyboard does is in the menus: both end in the same move. */
export function BoardDrag({ film, board, onDrop, children }: Props) {
  const { t } = useTranslation();
  const sensors = useSensors(useSensor(MouseSensor, mouse), useSensor(TouchSensor, touch));
  const carried = useDrag((state) => state.carried);
  useEffect(() => letGo, []);

  const start = ({ active }: DragStartEvent) => {
    const id = String(active.id);
    const { marked } = useMarks.getState();
    if (film.scenes.some((scene) => scene.id === id)) lift({ kind: 'scene', id, ids: new Set([id]) });
    else lift({ kind: 'shots', id, ids: marked.has(id) ? marked : new Set([id]) });
  };
  const end = () => {
    const drag = useDrag.getState();
    swallowClick();
    letGo();
    if (drag.carried && drag.place) onDrop(drag.carried, drag.place);
  };
  return (
    <DndContext
      sensors={sensors}
      autoScroll={{ ...nearTheEdge, canScroll: (element) => element === board.current }}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t('board.dragHelp') } }}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={() => {
        swallowClick();
        letGo();
      }}
    >
      {children}
      <DropLine film={film} board={board} />
      <Spoken film={film} />
      <DragOverlay dropAnimation={null} className="drag-overlay">
        {carried && <CarriedCards film={film} carried={carried} />}
      </DragOverlay>
    </DndContext>
  );
}

/** The line where the cards would go. True to the pointer also while the board scrolls beneath a hand that does not move. */
function DropLine({ film, board }: Pick<Props, 'film' | 'board'>) {
  const line = useRef<HTMLElement>(null);
  const kind = useDrag((state) => state.carried?.kind);
  const targetAt = useEffectEvent((what: Carried['kind'], x: number, y: number): Target | null => {
    if (!board.current) return null;
    const area = board.current.getBoundingClientRect();
    if (x < area.left || x > area.right || y < area.top - outside || y > area.bottom + outside) return null;
    if (what === 'scene') return sceneTarget(board.current, film.film.id, y);
    return shotTarget(board.current, x, Math.min(Math.max(y, area.top), area.bottom), (id) => previousOf(film, id));
  });
  const show = useEffectEvent((target: Target | null) => {
    hoverPlace(target && { parentId: target.parentId, after: target.after });
    if (!line.current) return;
    line.current.hidden = !target;
    if (!target) return;
    const { left, top, width, height } = target.line;
    Object.assign(line.current.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  });
  useEffect(() => {
    if (!kind) return;
    let pointer: { x: number; y: number } | null = null;
    let frame = 0;
    const note = (event: PointerEvent | TouchEvent) => {
      const at = 'touches' in event ? event.touches[0] : event;
      if (at) pointer = { x: at.clientX, y: at.clientY };
    };
    const follow = () => {
      frame = requestAnimationFrame(follow);
      if (pointer) show(targetAt(kind, pointer.x, pointer.y));
    };
    window.addEventListener('pointermove', note);
    window.addEventListener('touchmove', note);
    frame = requestAnimationFrame(follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', note);
      window.removeEventListener('touchmove', note);
    };
  }, [kind]);
  return kind ? <i className="drop-line" ref={line} hidden aria-hidden /> : null;
}

/** Says to those who do not see the line where the cards would go. */
function Spoken({ film }: { film: FilmStructure }) {
  const { t } = useTranslation();
  const { carried, place } = useDrag();
  return (
    <p className="visually-hidden" role="status">
      {carried && place ? wordsFor() : ''}
    </p>
  );

  function wordsFor(): string {
    const scene = film.scenes.find(({ id }) => id === place!.parentId)?.title ?? t('board.noScene');
    const before = film.scenes.find(({ id }) => id === place!.after);
    if (carried!.kind === 'scene') return before ? t('board.dropAfter', { after: before.title }) : t('board.dropSceneFirst');
    const shot = shotsInOrder(film).find((entry) => entry.shot.id === place!.after)?.shot;
    return shot ? t('board.dropAfterIn', { after: shotCode(shot), scene }) : t('board.dropFirstIn', { scene });
  }
}

/** Letting go over a card must not open it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 60);
}
