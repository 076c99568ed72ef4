import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';

interface Props {
  text: string;
  /** Keeps other words; absent when the caller may not change them. */
  onChange?(text: string): void;
}

/** What a note says. Who wrote it can change it where it stands: Ctrl+Enter keeps, Escape leaves it as it was. */
export function NoteWords({ text, onChange }: Props) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<string | null>(null);
  if (writing === null || !onChange)
    return (
      <div className="note-words">
        <p className="note-text">{text}</p>
        {onChange && (
          <Button
            look="ghost"
            compact
            square
            aria-label={t('noteEdit.edit')}
            title={t('noteEdit.edit')}
            onClick={() => setWriting(text)}
          >
            <PenLine size={14} aria-hidden />
          </Button>
        )}
      </div>
    );
  const words = writing.trim();
  const keep = () => {
    if (words === '') return;
    if (words !== text) onChange(words);
    setWriting(null);
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <textarea
        className="input"
        rows={3}
        maxLength={4_000}
        autoFocus
        aria-label={t('noteEdit.label')}
        value={writing}
        onChange={(event) => setWriting(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setWriting(null);
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          else return;
          event.preventDefault();
        }}
      />
      <div className="row">
        <span className="grow" />
        <Button look="ghost" compact onClick={() => setWriting(null)}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" compact disabled={words === ''}>
          {t('noteEdit.save')}
        </Button>
      </div>
    </form>
  );
}
