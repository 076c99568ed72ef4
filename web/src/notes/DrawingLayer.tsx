import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo } from '@/api/media';
import type { Note, Pictured } from '@/api/types';
import type { FrameSource } from '@/player/frame-source';
import { useShape } from '@/player/use-shape';
import { marksOf, pointIn, space, withPoint, type Mark, type Point } from './drawing';
import { useDrawing } from './drawing-state';
import { Marks } from './Marks';
import { useNotes } from './use-notes';
import './drawing.css';

interface Props {
  take: Pictured;
  /** Counts in the take's own frames. */
  source: FrameSource;
}

/** Over the picture, exactly as large: what was drawn about this frame, and what is being drawn. */
export default function DrawingLayer({ take, source }: Props) {
  const drawing = useDrawing((state) => state.takeId === take.id);
  const notes = useNotes(take.id).data ?? [];
  const drawn = notes.filter((note) => !note.resolved && note.drawing);
  if (!drawing && drawn.length === 0) return null;
  return (
    <>
      {drawn.length > 0 && !drawing && <Drawn notes={drawn} take={take} source={source} />}
      {drawing && <Drawer take={take} />}
    </>
  );
}

function Drawn({ notes, take, source }: Props & { notes: readonly Note[] }) {
  const frame = useSyncExternalStore(source.subscribe, source.currentFrame);
  const still = !isVideo(take);
  const here = notes.filter((note) => still || (note.frameIn <= frame && frame <= (note.frameOut ?? note.frameIn)));
  const marks = here.flatMap((note) => marksOf(note.drawing));
  const shape = useShape(take);
  if (marks.length === 0) return null;
  return (
    <svg className="drawing" viewBox={`0 0 ${space * shape} ${space}`} aria-hidden>
      <Marks marks={marks} shape={shape} />
    </svg>
  );
}

function Drawer({ take }: { take: Pictured }) {
  const { t } = useTranslation();
  const { tool, marks, add } = useDrawing();
  const [stroke, setStroke] = useState<readonly Point[] | null>(null);
  const [writing, setWriting] = useState<Point | null>(null);
  const shape = useShape(take);
  const current: Mark | null = stroke && (tool === 'arrow' ? arrow(stroke) : { kind: 'pen', points: stroke });
  const at = (event: React.PointerEvent<SVGSVGElement>) =>
    pointIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY);
  return (
    <>
      <svg
        className="drawing drawer"
        role="img"
        aria-label={t('notes.drawHere')}
        viewBox={`0 0 ${space * shape} ${space}`}
        onPointerDown={(event) => {
          event.preventDefault();
          if (tool === 'text') return setWriting(at(event));
          event.currentTarget.setPointerCapture(event.pointerId);
          setStroke([at(event)]);
        }}
        onPointerMove={(event) => {
          if (!stroke || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const next = at(event);
          setStroke((points) => points && withPoint(points, next));
        }}
        onPointerUp={() => {
          if (current) add(current);
          setStroke(null);
        }}
        onPointerCancel={() => setStroke(null)}
      >
        <Marks marks={current ? [...marks, current] : marks} shape={shape} />
      </svg>
      {writing && (
        <input
          className="input drawing-text"
          autoFocus
          maxLength={120}
          aria-label={t('notes.drawText')}
          style={{ left: `${writing[0] * 100}%`, top: `${writing[1] * 100}%` }}
          onBlur={(event) => {
            const text = event.currentTarget.value.trim();
            if (text !== '') add({ kind: 'text', at: writing, text });
            setWriting(null);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.value = '';
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      )}
    </>
  );
}

const arrow = (stroke: readonly Point[]): Mark => ({ kind: 'arrow', from: stroke[0]!, to: stroke.at(-1)! });
