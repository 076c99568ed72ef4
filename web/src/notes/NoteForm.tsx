import { useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import './notes.css';

interface Props {
  label: string;
  /** The frame that the note would be about; null for a still, which has but one. */
  frame: number | null;
  field: RefObject<HTMLTextAreaElement | null>;
  busy: boolean;
  error: unknown;
  /** Calls back when it is written; until then the words stay. */
  onWrite(text: string, done: () => void): void;
}

/** Words about a take. Ctrl+Enter sends them, Escape leaves the field. */
export function NoteForm({ label, frame, field, busy, error, onWrite }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const ready = text.trim() !== '' && !busy;
  const send = () => ready && onWrite(text.trim(), () => setText(''));
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className="input"
        rows={3}
        maxLength={4_000}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      />
      <div className="row">
        {frame !== null && <span className="small faint">{t('notes.atFrame', { frame: frame + 1 })}</span>}
        <span className="grow" />
        <Button type="submit" look="accent" disabled={!ready}>
          {t('notes.send')}
        </Button>
      </div>
      <Refusal error={error} />
    </form>
  );
}
