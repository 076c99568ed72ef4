import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Generation, Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { StatusMark } from '@/components/StatusMark';
import type { Failures } from '@/film/generations';
import { shotCode } from '@/film/structure';

interface Props {
  filmId: string;
  causes: readonly Failures[];
  shots: ReadonlyMap<string, Shot>;
  busy: boolean;
  /** Absent when the caller may not ask for takes. */
  onRetry?(items: readonly Generation[]): void;
}

/** Messages of one cause that are shown; the others stand with their work below. */
const shownMessages = 3;

/** What failed, by cause: how often, what to do next, and the providers' own words. */
export function FailureCauses({ filmId, causes, shots, busy, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <section className="causes" aria-label={t('making.failures')}>
      <h2>{t('making.failures')}</h2>
      <ul>
        {causes.map(({ kind, items, messages }) => {
          const codes = [...new Set(items.map(({ shotId }) => shots.get(shotId)).filter((shot) => shot !== undefined))];
          return (
            <li key={kind} className="cause">
              <div className="row">
                <h3 className="status bad grow">
                  <StatusMark mark="failed" size={14} />
                  {t(`failure.${kind}`)} · {items.length}
                </h3>
                {onRetry && (
                  <Button compact look="line" disabled={busy} onClick={() => onRetry(items)}>
                    {items.length > 1 ? t('queue.retryAll', { count: items.length }) : t('common.retry')}
                  </Button>
                )}
              </div>
              <p>{t(`making.next.${kind}`)}</p>
              {messages.slice(0, shownMessages).map((message) => (
                <blockquote key={message} className="small soft">
                  {message}
                </blockquote>
              ))}
              <p className="small faint cause-shots">
                {codes.slice(0, 12).map((shot) => (
                  <Link key={shot.id} to={`/f/${filmId}/shots/${encodeURIComponent(shotCode(shot))}`}>
                    {shotCode(shot)}
                  </Link>
                ))}
                {codes.length > 12 && <span>{t('board.andMore', { count: codes.length - 12 })}</span>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
