import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo } from '@/api/media';
import { meQuery } from '@/api/requests/get-me';
import { useMay } from '@/api/requests/may';
import type { Note, Pictured } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { NewNote } from './NewNote';
import { NoteThread } from './NoteThread';
import type { NotePlace } from './place';
import { useCrew } from './use-crew';
import { useNotes } from './use-notes';

interface Props {
  take: Pictured | undefined;
  place: NotePlace;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What the crew and its guests said about the take on view. */
export default function Notes({ take, place, field }: Props) {
  const { t } = useTranslation();
  return (
    <div className="notes-panel">
      {take ? <NotesOf key={take.id} take={take} place={place} field={field} /> : <p className="faint">{t('notes.noTake')}</p>}
    </div>
  );
}

function NotesOf({ take, place, field }: Props & { take: Pictured }) {
  const { t } = useTranslation();
  const notes = useNotes(take.id);
  const me = useQuery(meQuery()).data?.user.id;
  const may = useMay();
  const people = useCrew();
  const [everything, setEverything] = useState(false);
  const all = notes.data ?? [];
  const begun = all.filter((note) => note.replyTo === null);
  const resolved = begun.filter((note) => note.resolved).length;
  const shown = everything ? begun : begun.filter((note) => !note.resolved);
  const repliesTo = (note: Note) =>
    all.filter((reply) => reply.replyTo === note.id).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  return (
    <>
      <Refusal error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.isPending && <Waiting />}
      {notes.data && begun.length === 0 && <p className="faint">{t('notes.none')}</p>}
      <ul>
        {shown.map((note) => (
          <NoteThread
            key={note.id}
            note={note}
            replies={repliesTo(note)}
            number={begun.indexOf(note) + 1}
            clip={isVideo(take)}
            people={people}
            me={me}
            may={may}
            onFrame={place.seek}
          />
        ))}
      </ul>
      {resolved > 0 && !everything && (
        <Button look="ghost" compact onClick={() => setEverything(true)}>
          {t('notes.showResolved', { count: resolved })}
        </Button>
      )}
      {may.review && <NewNote take={take} place={place} people={people} field={field} />}
    </>
  );
}
