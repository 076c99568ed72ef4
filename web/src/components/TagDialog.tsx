import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagsQuery } from '@/api/requests/list-tags';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface Props {
  /** How many things get them. */
  count: number;
  busy: boolean;
  onTag(words: string[]): void;
  onClose(): void;
}

/** The tags of a line of words with commas between. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** Which tags to add; known ones are offered, new words become tags. */
export function TagDialog({ count, busy, onTag, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const known = useQuery(tagsQuery()).data ?? [];
  const [text, setText] = useState('');
  const words = tagsOf(text);
  const offered = known.filter(({ name }) => !words.includes(name)).slice(0, 12);
  return (
    <Dialog title={t('library.tagTitle', { count })} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (words.length > 0) onTag(words);
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('library.tagsWithCommas')}
          </label>
          <input id={id} className="input" autoFocus value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        {offered.length > 0 && (
          <div className="facets" role="group" aria-label={t('library.tags')}>
            {offered.map(({ id: tagId, name }) => (
              <button key={tagId} type="button" className="facet" onClick={() => setText([...words, name].join(', '))}>
                {name}
              </button>
            ))}
          </div>
        )}
        <div className="dialog-foot">
          <Button look="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="accent" disabled={busy || words.length === 0}>
            {t('library.tag')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
