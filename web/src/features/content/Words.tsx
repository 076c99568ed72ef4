import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { contentTextQuery } from './api/get-content-text';
import { paragraphsOf, piecesOf, type Paragraph } from './find';

/** A book has thousands of paragraphs: so many are shown at once. */
const step = 200;

/** The words of a text, and a search in them: with words given, the paragraphs that have them. */
export function Words({ id }: { id: string }) {
  const { t } = useTranslation();
  const text = useQuery(contentTextQuery(id));
  const [words, setWords] = useState('');
  const [most, setMost] = useState(step);
  const wanted = useDeferredValue(words);
  const paragraphs = useMemo(() => paragraphsOf(text.data ?? ''), [text.data]);
  const found = useMemo(
    () =>
      wanted.trim() === ''
        ? paragraphs
        : paragraphs.filter((p) => p.text.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase())),
    [paragraphs, wanted],
  );
  if (text.error) return <Refusal error={text.error} onRetry={() => void text.refetch()} />;
  if (text.data === undefined) return <Waiting />;
  return (
    <>
      <div className="content-find" role="search">
        <label className="content-find-input">
          <Search size={16} aria-hidden />
          <input
            className="input"
            type="search"
            aria-label={t('content.find')}
            placeholder={t('content.find')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setMost(step);
            }}
          />
        </label>
        <span className="faint small" role="status">
          {wanted.trim() !== '' && t('content.found', { count: found.length })}
        </span>
      </div>
      <div className="content-words">
        {found.slice(0, most).map((paragraph) => (
          <Part key={paragraph.index} paragraph={paragraph} words={wanted} />
        ))}
      </div>
      {found.length > most && (
        <div>
          <Button look="line" onClick={() => setMost(most + step)}>
            {t('content.more', { count: found.length - most })}
          </Button>
        </div>
      )}
    </>
  );
}

function Part({ paragraph, words }: { paragraph: Paragraph; words: string }) {
  const pieces = piecesOf(paragraph.text, words).map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
  return paragraph.level > 0 ? <h3>{pieces}</h3> : <p>{pieces}</p>;
}
