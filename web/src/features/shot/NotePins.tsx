import { useTranslation } from 'react-i18next';
import { isVideo } from '@/api/media';
import type { Take } from '@/api/types';
import { cx } from '@/lib/cx';
import type { Player } from '@/player/player';
import { useNotes } from './use-notes';
import './notes.css';

/** The notes of a clip where they belong on the playhead; a press goes there. */
export function NotePins({ take, player, frames }: { take: Take; player: Player; frames: number }) {
  const { t } = useTranslation();
  const notes = useNotes(take.id).data ?? [];
  if (!isVideo(take) || notes.length === 0) return null;
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
