import { useMemo } from 'react';
import type { FilmStructure } from '@/api/types';
import { filmRate, type PlacedShot } from '@/film/structure';
import { timelineOf } from '@/film/timeline';
import type { CardActions } from '../use-board-actions';
import type { View } from '../view';
import { StripView } from './StripView';
import { TableView } from './TableView';
import { TimelineView } from './TimelineView';
import './views.css';

interface Props {
  film: FilmStructure;
  view: Exclude<View, 'board'>;
  /** Those that the filter lets through, in film order. */
  shots: readonly PlacedShot[];
  marked: ReadonlySet<string>;
  actions: CardActions;
}

/** The same shots seen otherwise than as lanes of cards. */
export default function BoardViews({ film, view, shots, marked, actions }: Props) {
  const filmId = film.film.id;
  const timeline = useMemo(() => timelineOf(film), [film]);
  if (shots.length === 0) return null;
  if (view === 'table') return <TableView filmId={filmId} shots={shots} marked={marked} actions={actions} />;
  if (view === 'strip')
    return <StripView filmId={filmId} shots={shots} rate={filmRate(film)} marked={marked} actions={actions} />;
  return <TimelineView filmId={filmId} timeline={timeline} shots={shots} marked={marked} />;
}
