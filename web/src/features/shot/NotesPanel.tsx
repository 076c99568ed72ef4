import { useQuery } from '@tanstack/react-query';
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo } from '@/api/media';
import { meQuery } from '@/api/requests/get-me';
import { useMay } from '@/api/requests/may';
import type { Note, Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { NoteForm } from '@/notes/NoteForm';
import { NoteItem } from '@/notes/NoteItem';
import type { Player } from '@/player/player';
import { useFrame } from '@/player/use-player';
import { did } from '@/state/undo';
import { useCreateNote } from './api/create-note';
import { useDeleteNote } from './api/delete-note';
import { useUpdateNote } from './api/update-note';
import { useNotes } from './use-notes';

interface Props {
  take: Take | undefined;
  player: Player;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What the crew and its guests said about the take on view. */
export function NotesPanel({ take, player, field }: Props) {
  const { t } = useTranslation();
  return (
    <div className="recipe-scroll notes-panel">
      {take ? <NotesOf key={take.id} take={take} player={player} field={field} /> : <p className="faint">{t('notes.noTake')}</p>}
    </div>
  );
}

function NotesOf({ take, player, field }: Props & { take: Take }) {
  const { t } = useTranslation();
  const notes = useNotes(take.id);
  const me = useQuery(meQuery()).data?.user.id;
  const mayReview = useMay().review;
  const mayJudge = useMay().select;
  const create = useCreateNote();
  const update = useUpdateNote();
  const remove = useDeleteNote();
  const [everything, setEverything] = useState(false);
  const clip = isVideo(take);
  const list = notes.data ?? [];
  const resolved = list.filter((note) => note.resolved).length;
  const shown = everything ? list : list.filter((note) => !note.resolved);
  const onDelete = (note: Note) =>
    remove.mutate(note, {
      onSuccess: () => {
        // Only one's own words can be written again under the same name.
        if (note.author.id === me)
          did(t('notes.deleted'), () =>
            create.mutateAsync({ takeId: take.id, text: note.text, frameIn: note.frameIn, frameOut: note.frameOut }),
          );
      },
    });
  return (
    <>
      <Refusal error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.isPending && <Waiting />}
      {notes.data && list.length === 0 && <p className="faint">{t('notes.none')}</p>}
      <ul>
        {shown.map((note) => (
          <NoteItem key={note.id} note={note} clip={clip} number={list.indexOf(note) + 1} onFrame={(frame) => player.seek(frame)}>
            {mayReview && (
              <Button
                look="ghost"
                compact
                disabled={update.isPending}
                onClick={() => update.mutate({ note, change: { resolved: !note.resolved } })}
              >
                {note.resolved ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
                {t(note.resolved ? 'notes.reopen' : 'notes.resolve')}
              </Button>
            )}
            {(note.author.id === me || mayJudge) && (
              <DeleteNote note={note} own={note.author.id === me} busy={remove.isPending} onDelete={() => onDelete(note)} />
            )}
          </NoteItem>
        ))}
      </ul>
      {resolved > 0 && !everything && (
        <Button look="ghost" compact onClick={() => setEverything(true)}>
          {t('notes.showResolved', { count: resolved })}
        </Button>
      )}
      <Refusal error={update.error ?? remove.error} />
      {mayReview && (
        <NewNote
          clip={clip}
          player={player}
          field={field}
          busy={create.isPending}
          error={create.error}
          onWrite={(text, frameIn, done) => create.mutate({ takeId: take.id, text, frameIn }, { onSuccess: done })}
        />
      )}
    </>
  );
}

/** Follows the playhead alone, so that playing does not draw the list again with every frame. */
function NewNote({
  clip,
  player,
  onWrite,
  ...form
}: {
  clip: boolean;
  player: Player;
  field: RefObject<HTMLTextAreaElement | null>;
  busy: boolean;
  error: unknown;
  onWrite(text: string, frame: number, done: () => void): void;
}) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  return (
    <NoteForm
      {...form}
      label={t('notes.write')}
      frame={clip ? frame : null}
      onWrite={(text, done) => onWrite(text, clip ? frame : 0, done)}
    />
  );
}

/** One's own note goes at once, for it can be brought back; somebody else's asks first, for it cannot. */
function DeleteNote({ note, own, busy, onDelete }: { note: Note; own: boolean; busy: boolean; onDelete(): void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <span className="note-sure" role="group" aria-label={t('notes.deleteSure', { name: note.author.name })}>
        <span className="small">{t('notes.deleteSure', { name: note.author.name })}</span>
        <Button look="ghost" compact autoFocus onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </Button>
        <Button compact className="bad" disabled={busy} onClick={onDelete}>
          {t('notes.delete')}
        </Button>
      </span>
    );
  }
  return (
    <Button
      look="ghost"
      compact
      square
      aria-label={t('notes.delete')}
      title={t('notes.delete')}
      disabled={busy}
      onClick={() => (own ? onDelete() : setAsking(true))}
    >
      <Trash2 size={14} aria-hidden />
    </Button>
  );
}
