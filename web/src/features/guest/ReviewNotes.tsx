import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedTake } from '@/api/types';
import { NoteForm } from '@/notes/NoteForm';
import { NoteItem } from '@/notes/NoteItem';
import type { Acts } from './use-acts';

interface Props {
  take: SharedTake;
  /** Where the clip stands; null for a still. */
  frame: number | null;
  mayWrite: boolean;
  acts: Acts;
  words: RefObject<HTMLTextAreaElement | null>;
}

/** What guests of this link wrote about the take, and a place to write more. */
export function ReviewNotes({ take, frame, mayWrite, acts, words }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="review-notes" aria-label={t('notes.title')}>
      <h2>{t('notes.title')}</h2>
      <ul className="notes">
        {take.notes.map((note) => (
          <NoteItem key={note.id} note={note} clip={frame !== null} />
        ))}
      </ul>
      {take.notes.length === 0 && <p className="faint">{t(mayWrite ? 'guest.noNotes' : 'guest.lookOnly')}</p>}
      {mayWrite && (
        <NoteForm
          label={t('notes.write')}
          frame={frame}
          field={words}
          busy={acts.writing}
          error={acts.noteRefusal}
          onWrite={(text, done) => acts.write(take, text, frame ?? 0, done)}
        />
      )}
    </aside>
  );
}
