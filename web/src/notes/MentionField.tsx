import { useId, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/lib/cx';
import { matching, typedName, type Mentionable } from './mentions';

interface Props {
  id: string;
  field?: RefObject<HTMLTextAreaElement | null>;
  label: string;
  text: string;
  people: readonly Mentionable[];
  autoFocus?: boolean;
  onText(text: string): void;
  onSend(): void;
  onEscape?(): void;
}

/** A field for words in which an @ offers names; arrows and Enter choose one, Escape leaves what was typed. */
export function MentionField({ id, field, label, text, people, autoFocus, onText, onSend, onEscape }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const element = field ?? own;
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const offered = typed === null ? [] : matching(typed, people);
  const chosen = Math.min(at, offered.length - 1);
  const look = (target: HTMLTextAreaElement) => {
    setTyped(typedName(target.value, target.selectionStart));
    setAt(0);
  };
  const take = (person: Mentionable) => {
    const target = element.current;
    if (!target || typed === null) return;
    const caret = target.selectionStart;
    const before = `${text.slice(0, caret - typed.length)}${person.name} `;
    onText(before + text.slice(caret));
    setTyped(null);
    // The caret goes behind the name once it stands there.
    requestAnimationFrame(() => {
      target.focus();
      target.setSelectionRange(before.length, before.length);
    });
  };
  return (
    <div className="mention-field">
      <textarea
        id={id}
        ref={element}
        className="input"
        rows={3}
        maxLength={4_000}
        placeholder={label}
        autoFocus={autoFocus}
        value={text}
        aria-autocomplete={people.length > 0 ? 'list' : undefined}
        aria-controls={offered.length > 0 ? list : undefined}
        aria-activedescendant={offered.length > 0 ? `${list}-${chosen}` : undefined}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          onText(event.target.value);
          look(event.target);
        }}
        onKeyDown={(event) => {
          if (offered.length > 0 && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key) && !event.ctrlKey) {
            event.preventDefault();
            if (event.key === 'Escape') setTyped(null);
            else if (event.key === 'Enter' || event.key === 'Tab') take(offered[chosen]!);
            else setAt((chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
            return;
          }
          if (event.key === 'Escape') {
            event.stopPropagation();
            if (onEscape) onEscape();
            else event.currentTarget.blur();
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onSend();
          }
        }}
      />
      {offered.length > 0 && (
        <ul className="mention-list" role="listbox" id={list} aria-label={t('notes.people')}>
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={cx(index === chosen && 'chosen')}
              // Before the field loses the focus, and with it the list.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {person.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
