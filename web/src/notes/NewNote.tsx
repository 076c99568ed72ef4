import { ArrowUpRight, Pencil, PenLine, Type, Undo2 } from 'lucide-react';
import { useSyncExternalStore, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pictured } from '@/api/types';
import { isVideo } from '@/api/media';
import { Button } from '@/components/Button';
import { did } from '@/state/undo';
import { useCreateNote } from './api/create-note';
import { useDeleteNote } from './api/delete-note';
import type { Drawing, Tool } from './drawing';
import { useDrawing } from './drawing-state';
import { mentionsIn, type Mentionable } from './mentions';
import { NoteForm } from './NoteForm';
import type { NotePlace } from './place';

interface Props {
  take: Pictured;
  place: NotePlace;
  people: readonly Mentionable[];
  field: RefObject<HTMLTextAreaElement | null>;
}

const tools: readonly [Tool, typeof Pencil][] = [
  ['pen', PenLine],
  ['arrow', ArrowUpRight],
  ['text', Type],
];

/** A note at the playhead, or about the marked stretch when the playhead is in it, perhaps with something drawn. */
export function NewNote({ take, place, people, field }: Props) {
  const { t } = useTranslation();
  const create = useCreateNote();
  const remove = useDeleteNote();
  const drawing = useDrawing();
  const draws = drawing.takeId === take.id;
  const clip = isVideo(take);
  // Follows the playhead alone, so that playing does not draw the list again with every frame.
  const frame = useSyncExternalStore(place.source.subscribe, place.source.currentFrame);
  const { in: from, out: to } = place.range();
  const ranged = clip && from !== null && to !== null && from <= frame && frame <= to;
  const write = (text: string, done: () => void) => {
    const drawn: Drawing | null = draws && drawing.marks.length > 0 ? { version: 1, marks: drawing.marks } : null;
    create.mutate(
      {
        takeId: take.id,
        text,
        frameIn: ranged ? from : clip ? frame : 0,
        frameOut: ranged ? to : null,
        drawing: drawn,
        mentions: mentionsIn(text, people),
      },
      {
        onSuccess: (note) => {
          done();
          drawing.end();
          did(t('notes.written'), () => remove.mutateAsync(note));
        },
      },
    );
  };
  return (
    <NoteForm
      label={t('notes.write')}
      about={
        !clip ? null : ranged ? t('notes.atFrames', { from: from + 1, to: to + 1 }) : t('notes.atFrame', { frame: frame + 1 })
      }
      field={field}
      people={people}
      busy={create.isPending}
      error={create.error}
      onWrite={write}
      tools={
        <span className="note-tools" role="group" aria-label={t('notes.draw')}>
          <Button
            look="ghost"
            compact
            square
            aria-label={t('notes.draw')}
            title={t('notes.draw')}
            aria-pressed={draws}
            onClick={() => {
              if (draws) return drawing.end();
              place.pause();
              drawing.begin(take.id);
            }}
          >
            <Pencil size={14} aria-hidden />
          </Button>
          {draws && (
            <>
              {tools.map(([tool, Icon]) => (
                <Button
                  key={tool}
                  look="ghost"
                  compact
                  square
                  aria-label={t(`notes.tools.${tool}`)}
                  title={t(`notes.tools.${tool}`)}
                  aria-pressed={drawing.tool === tool}
                  onClick={() => drawing.setTool(tool)}
                >
                  <Icon size={14} aria-hidden />
                </Button>
              ))}
              <Button
                look="ghost"
                compact
                square
                aria-label={t('notes.takeBack')}
                title={t('notes.takeBack')}
                disabled={drawing.marks.length === 0}
                onClick={drawing.takeBack}
              >
                <Undo2 size={14} aria-hidden />
              </Button>
            </>
          )}
        </span>
      }
    />
  );
}
