import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pictured } from '@/api/types';
import { shotCode } from '@/film/structure';
import type { Segment } from '@/film/timeline';
import Notes from '@/notes/Notes';
import type { NotePlace } from '@/notes/place';

interface Props {
  segment: Segment;
  take: Pictured | null;
  place: NotePlace;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What is said about the take on the screen, and a place to say more without leaving the room. */
export function RoomNotes({ segment, take, place, field }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="room-notes" aria-label={t('notes.title')}>
      <h2>{t('screening.notesOn', { code: shotCode(segment.shot) })}</h2>
      <Notes take={take ?? undefined} place={place} field={field} />
    </aside>
  );
}
