import { useInfiniteQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import type { ActivityEvent } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { formatWhen, initials } from '@/lib/format';
import { activityQuery } from './api/list-events';
import { useUndoEvent } from './api/undo-event';
import { namesIn, subjectName } from './describe';
import './activity.css';

/** Who did what, and the way back. A refusal to undo stands beside the entry it is about. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const events = useInfiniteQuery(activityQuery(filmId));
  const undo = useUndoEvent();
  const names = useMemo(() => namesIn(film), [film]);
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('nav.activity') }]}
      />
      <main className="content" id="main" tabIndex={-1}>
        <div className="page">
          <h1>{t('nav.activity')}</h1>
          <Refusal error={events.error} onRetry={() => void events.refetch()} />
          {events.isPending && <Waiting />}
          {events.data?.length === 0 && <p className="soft">{t('activity.empty')}</p>}
          <ol className="activity">
            {events.data?.map((event) => (
              <Entry
                key={event.id}
                event={event}
                names={names}
                busy={undo.isPending}
                error={undo.variables === event.id ? undo.error : null}
                onUndo={() => undo.mutate(event.id)}
              />
            ))}
          </ol>
          {events.hasNextPage && (
            <Button disabled={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
              {t('activity.earlier')}
            </Button>
          )}
        </div>
      </main>
    </>
  );
}

function Entry({
  event,
  names,
  busy,
  error,
  onUndo,
}: {
  event: ActivityEvent;
  names: ReadonlyMap<string, string>;
  busy: boolean;
  error: unknown;
  onUndo(): void;
}) {
  const { t, i18n } = useTranslation();
  const actor = event.actor.kind === 'user' && event.actor.name ? event.actor.name : t('activity.system');
  return (
    <li>
      <div className="activity-row">
        <span className="avatar" aria-hidden>
          {initials(actor)}
        </span>
        <span className="grow">
          <strong>{actor}</strong> {t(`activity.kinds.${event.kind}`, { defaultValue: sentence(event.kind) })}{' '}
          <span className="soft">{subjectName(event, names)}</span>
        </span>
        <time className="small faint" dateTime={event.at}>
          {formatWhen(event.at, i18n.language)}
        </time>
        {event.undoable && (
          <Button compact look="ghost" disabled={busy} onClick={onUndo}>
            <Undo2 size={14} aria-hidden />
            {t('common.undo')}
          </Button>
        )}
      </div>
      <Refusal error={error} />
    </li>
  );
}

/** "setAssetTags" → "set asset tags": readable for kinds the texts do not know yet. */
const sentence = (kind: string) => kind.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
