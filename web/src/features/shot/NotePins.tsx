import { useTranslation } from 'react-i18next';
import { isVideo } from '@/api/media';
import type { Take } from '@/api/types';
import { cx } from '@/lib/cx';
import { useNotes } from '@/notes/use-notes';
import type { Player } from '@/player/player';
import './notes.css';

/** The notes of a clip where they belong on the playhead; a press goes there. */
export function NotePins({ take, player, frames }: { take: Take; player: Player; frames: number }) {
  const { t } = useTranslation();
  const notes = (useNotes(take.id).data ?? []).filter((note) => note.replyTo === null);
  // Its place is kept while there are none: the picture does not jump when the first is written.
  if (!isVideo(take)) return null;
  const last = Math.max(1, frames - 1);
  return (
    <div className="note-pins">
      {notes.map((note, index) =>
        note.frameIn > last ? null : (
          <button
            key={note.id}
            type="button"
            className={cx('note-pin', note.resolved && 'resolved')}
            style={{ left: `${(note.frameIn / last) * 100}%` }}
            title={note.text}
            aria-label={t('notes.pin', { number: index + 1, text: note.text.slice(0, 120) })}
            onClick={() => player.seek(note.frameIn)}
          >
            {index + 1}
          </button>
        ),
      )}
    </div>
  );
}

/** The stretches that notes are about, on the playhead's track. */
export function NoteSpans({ take, frames }: { take: Take; frames: number }) {
  const notes = useNotes(take.id).data ?? [];
  const last = Math.max(1, frames - 1);
  if (!isVideo(take)) return null;
  return notes.map((note) =>
    note.replyTo !== null || note.frameOut === null || note.frameOut <= note.frameIn || note.frameIn > last ? null : (
      <i
        key={note.id}
        className={cx('span', note.resolved && 'resolved')}
        style={{
          left: `${(note.frameIn / last) * 100}%`,
          width: `${((Math.min(note.frameOut, last) - note.frameIn) / last) * 100}%`,
        }}
      />
    ),
  );
}
