import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { filmGenerationsQuery } from '@/api/requests/list-generations';
import { useMay } from '@/api/requests/may';
import { useRetryGeneration } from '@/api/requests/retry-generation';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { failuresByCause, groupByShot, isActive } from '@/film/generations';
import { shotsInOrder } from '@/film/structure';
import { useCancelFilmGenerations } from './api/cancel-film-generations';
import { FailureCauses } from './FailureCauses';
import { QueueGroup } from './QueueGroup';
import { QueueSpend } from './QueueSpend';
import './queue.css';

/** What is being made, what waits, what failed and why; grouped by shot, kept true by the live events. */
export default function QueuePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const generations = useQuery(filmGenerationsQuery(filmId));
  const cancelAll = useCancelFilmGenerations();
  const retry = useRetryGeneration();
  const all = generations.data ?? [];
  const active = all.filter(isActive);
  const causes = failuresByCause(all);
  const failed = causes.reduce((sum, { items }) => sum + items.length, 0);
  const shots = new Map(shotsInOrder(film).map(({ shot }) => [shot.id, shot]));

  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('nav.queue') }]}
      />
      <main className="content" id="main" tabIndex={-1}>
        <div className="page">
          <div className="page-head">
            <h1>{t('nav.queue')}</h1>
            <span className="small faint" role="status">
              {t('queue.counts', { running: active.length, failed })}
            </span>
            <span className="grow" />
            {may.generate && active.length > 0 && (
              <Button look="line" disabled={cancelAll.isPending} onClick={() => cancelAll.mutate(filmId)}>
                {t('queue.cancelAll', { count: active.length })}
              </Button>
            )}
          </div>
          <QueueSpend filmId={filmId} active={active} />
          <Refusal error={generations.error} onRetry={() => void generations.refetch()} />
          <Refusal error={cancelAll.error ?? retry.error} />
          {generations.isPending && <Waiting />}
          {generations.data?.length === 0 && (
            <div className="blank">
              <h2>{t('queue.emptyTitle')}</h2>
              <p>{t('queue.emptyText')}</p>
            </div>
          )}
          {causes.length > 0 && (
            <FailureCauses
              filmId={filmId}
              causes={causes}
              shots={shots}
              busy={retry.isPending}
              onRetry={may.generate ? (items) => items.forEach((entry) => retry.mutate(entry.id)) : undefined}
            />
          )}
          {groupByShot(all).map(({ shotId, items }) => (
            <QueueGroup key={shotId} filmId={filmId} shotId={shotId} shot={shots.get(shotId)} items={items} />
          ))}
        </div>
      </main>
    </>
  );
}
