import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '@/api/types';
import { cx } from '@/lib/cx';
import { formatWhen, initials } from '@/lib/format';
import './notes.css';

interface Props {
  note: Note;
  /** Whether the take moves: only then a frame says something. */
  clip: boolean;
  /** Its number at the playhead. */
  number?: number;
  /** Goes to the note's frame. */
  onFrame?(frame: number): void;
  /** What can be done with it. */
  children?: ReactNode;
}

/** One note: who, when, at which frame, the words, and whether it was dealt with. */
export function NoteItem({ note, clip, number, onFrame, children }: Props) {
  const { t, i18n } = useTranslation();
  const span =
    note.frameOut !== null && note.frameOut > note.frameIn ? `${note.frameIn + 1}–${note.frameOut + 1}` : note.frameIn + 1;
  const where = t('notes.frame', { frame: span });
  return (
    <li className={cx('note-item', note.resolved && 'resolved')}>
      <div className="note-head">
        <span className="avatar" aria-hidden>
          {initials(note.author.name)}
        </span>
        <strong className="cut">{note.author.name}</strong>
        {note.author.guest && <span className="note-guest">{t('notes.guest')}</span>}
        <time className="small faint" dateTime={note.createdAt}>
          {formatWhen(note.createdAt, i18n.language)}
        </time>
        <span className="grow" />
        {clip && number !== undefined && <span className="note-number">{number}</span>}
      </div>
      <p className="note-text">{note.text}</p>
      <div className="note-foot">
        {clip &&
          (onFrame ? (
            <button type="button" className="note-frame" onClick={() => onFrame(note.frameIn)}>
              {where}
            </button>
          ) : (
            <span className="small faint">{where}</span>
          ))}
        {note.resolved && <span className="small faint">{t('notes.resolved')}</span>}
        <span className="grow" />
        {children}
      </div>
    </li>
  );
}
