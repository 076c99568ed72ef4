import { useId, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import type { Mentionable } from './mentions';
import { MentionField } from './MentionField';
import './notes.css';

interface Props {
  label: string;
  /** What it is about: "about frame 12"; null for a still, which has but one picture. */
  about: string | null;
  field?: RefObject<HTMLTextAreaElement | null>;
  /** Who can be mentioned by an @; guests mention nobody. */
  people?: readonly Mentionable[];
  /** What can be done beside writing. */
  tools?: ReactNode;
  initial?: string;
  /** What the button says. */
  send?: string;
  autoFocus?: boolean;
  busy: boolean;
  error: unknown;
  onCancel?(): void;
  /** Calls back when it is written; until then the words stay. */
  onWrite(text: string, done: () => void): void;
}

const nobody: readonly Mentionable[] = [];

/** Words about a take. Ctrl+Enter sends them, Escape leaves the field. */
export function NoteForm(props: Props) {
  const { label, about, field, people = nobody, tools, initial = '', busy, error, onCancel, onWrite } = props;
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(initial);
  const ready = text.trim() !== '' && !busy;
  const send = () => ready && onWrite(text.trim(), () => setText(initial));
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
      <MentionField
        id={id}
        field={field}
        label={label}
        text={text}
        people={people}
        autoFocus={props.autoFocus}
        onText={setText}
        onSend={send}
        onEscape={onCancel}
      />
      <div className="row">
        {about !== null && <span className="small faint">{about}</span>}
        {tools}
        <span className="grow" />
        {onCancel && (
          <Button look="ghost" compact onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        <Button type="submit" look="accent" compact={onCancel !== undefined} disabled={!ready}>
          {props.send ?? t('notes.send')}
        </Button>
      </div>
      <Refusal error={error} />
    </form>
  );
}
