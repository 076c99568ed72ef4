import { memo, useRef, type ReactNode } from 'react';
import type { Shot } from '@/api/types';
import type { Rate } from '@/film/rate';
import { cardsHeight, useCardSize } from './card-size';
import { ShotCard } from './ShotCard';
import type { CardActions } from './use-board-actions';
import { useNear } from './use-near';

interface Props {
  filmId: string;
  shots: readonly Shot[];
  rate: Rate;
  /** Shown from the start; others wait until they are scrolled near. */
  near: boolean;
  marked: ReadonlySet<string>;
  actions: CardActions;
  /** What stands behind the last card; it keeps the cards shown. */
  children?: ReactNode;
}

/**
 * Some rows of a lane's cards. Far from the view they keep their place and not their cards, so that a feature with
 * thirteen hundred shots costs what is on the screen.
 */
export const Cards = memo(function Cards({ filmId, shots, rate, near, marked, actions, children }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const size = useCardSize();
  const shown = useNear(list, near) || Boolean(children);
  return (
    <ul className="cards" ref={list} style={shown ? undefined : { height: cardsHeight(size, shots.length) }}>
      {shown &&
        shots.map((shot) => (
          <ShotCard key={shot.id} filmId={filmId} shot={shot} rate={rate} marked={marked.has(shot.id)} actions={actions} />
        ))}
      {children}
    </ul>
  );
});
