import { Check, Pencil, Reply, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { May } from '@/api/requests/may';
import type { Note } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { did } from '@/state/undo';
import { useCreateNote } from './api/create-note';
import { useDeleteNote } from './api/delete-note';
import { useUpdateNote, type NoteWords } from './api/update-note';
import { DeleteNote } from './DeleteNote';
import { mentionsIn, type Mentionable } from './mentions';
import { NoteForm } from './NoteForm';
import { NoteItem } from './NoteItem';

interface Props {
  note: Note;
  replies: readonly Note[];
  number?: number;
  clip: boolean;
  people: readonly Mentionable[];
  me: string | undefined;
  may: May;
  onFrame(frame: number): void;
}

/** A note with what was answered, and what can be done with either: its words are its author's, the rest is the crew's. */
export function NoteThread({ note, replies, number, clip, people, me, may, onFrame }: Props) {
  const { t } = useTranslation();
  const create = useCreateNote();
  const update = useUpdateNote();
  const remove = useDeleteNote();
  const [open, setOpen] = useState<'edit' | 'reply' | null>(null);
  const own = note.author.id === me;
  const begins = note.replyTo === null;
  const change = (words: NoteWords, back: NoteWords, said: string, done?: () => void) =>
    update.mutate(
      { note, change: words },
      {
        onSuccess: (changed) => {
          done?.();
          did(said, () => update.mutateAsync({ note: changed, change: back }));
        },
      },
    );
  const onDelete = () =>
    remove.mutate(note, {
      onSuccess: () => {
        // Only one's own words can be written again under the same name, and a conversation not at all.
        if (own && replies.length === 0)
          did(t('notes.deleted'), () =>
            create.mutateAsync({
              takeId: note.takeId,
              text: note.text,
              frameIn: note.frameIn,
              frameOut: note.frameOut,
              drawing: note.drawing as unknown,
              replyTo: note.replyTo,
              mentions: note.mentions.filter((id) => people.some((person) => person.id === id)),
            }),
          );
      },
    });
  const editor = open === 'edit' && (
    <NoteForm
      label={t('notes.edit')}
      about={null}
      people={people}
      initial={note.text}
      send={t('notes.keep')}
      autoFocus
      busy={update.isPending}
      error={null}
      onCancel={() => setOpen(null)}
      onWrite={(text) =>
        change(
          { text, mentions: mentionsIn(text, people) },
          { text: note.text, mentions: note.mentions },
          t('notes.changed'),
          () => setOpen(null),
        )
      }
    />
  );
  return (
    <NoteItem
      note={note}
      clip={clip}
      number={number}
      people={people}
      editor={editor || undefined}
      onFrame={onFrame}
      replies={
        <>
          {replies.length > 0 && (
            <ul className="note-replies">
              {replies.map((reply) => (
                <NoteThread
                  key={reply.id}
                  note={reply}
                  replies={[]}
                  clip={clip}
                  people={people}
                  me={me}
                  may={may}
                  onFrame={onFrame}
                />
              ))}
            </ul>
          )}
          {open === 'reply' && (
            <NoteForm
              label={t('notes.replyTo', { name: note.author.name })}
              about={null}
              people={people}
              send={t('notes.reply')}
              autoFocus
              busy={create.isPending}
              error={create.error}
              onCancel={() => setOpen(null)}
              onWrite={(text) =>
                create.mutate(
                  { takeId: note.takeId, text, frameIn: note.frameIn, replyTo: note.id, mentions: mentionsIn(text, people) },
                  { onSuccess: () => setOpen(null) },
                )
              }
            />
          )}
          <Refusal error={update.error ?? remove.error} />
        </>
      }
    >
      {may.review && begins && (
        <>
          <Button
            look="ghost"
            compact
            square
            aria-label={t('notes.reply')}
            title={t('notes.reply')}
            onClick={() => setOpen(open === 'reply' ? null : 'reply')}
          >
            <Reply size={14} aria-hidden />
          </Button>
          <Button
            look="ghost"
            compact
            disabled={update.isPending}
            onClick={() =>
              change(
                { resolved: !note.resolved },
                { resolved: note.resolved },
                t(note.resolved ? 'notes.reopened' : 'notes.resolvedNow'),
              )
            }
          >
            {note.resolved ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
            {t(note.resolved ? 'notes.reopen' : 'notes.resolve')}
          </Button>
        </>
      )}
      {own && may.review && open !== 'edit' && (
        <Button look="ghost" compact square aria-label={t('notes.edit')} title={t('notes.edit')} onClick={() => setOpen('edit')}>
          <Pencil size={14} aria-hidden />
        </Button>
      )}
      {(own ? may.review : may.administer) && (
        <DeleteNote name={note.author.name} own={own && replies.length === 0} busy={remove.isPending} onDelete={onDelete} />
      )}
    </NoteItem>
  );
}
