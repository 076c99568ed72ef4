import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCancelGeneration } from '@/api/requests/cancel-generation';
import { useFilm } from '@/api/requests/get-film-structure';
import { filmGenerationsQuery } from '@/api/requests/list-generations';
import { useRetryGeneration } from '@/api/requests/retry-generation';
import type { Generation } from '@/api/types';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { StatusMark, type Mark } from '@/components/StatusMark';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { groupByShot, hasFailed, isActive } from '@/film/generations';
import { shotCode, shotsInOrder, shotTitle } from '@/film/structure';
import { formatMoney, formatWhen, isFree } from '@/lib/format';
import './queue.css';

/** What is being made, what waits, what failed and why; grouped by shot, kept true by the live events. */
export default function QueuePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const generations = useQuery(filmGenerationsQuery(filmId));
  const cancel = useCancelGeneration();
  const retry = useRetryGeneration();
  const all = generations.data ?? [];
  const active = all.filter(isActive);
  const failed = all.filter(hasFailed);
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
            <span className="small faint">{t('queue.counts', { running: active.length, failed: failed.length })}</span>
            <span className="grow" />
            {may.generate && failed.length > 1 && (
              <Button look="line" onClick={() => failed.forEach((entry) => retry.mutate(entry.id))}>
                {t('queue.retryAll', { count: failed.length })}
              </Button>
            )}
            {may.generate && active.length > 0 && (
              <Button look="line" onClick={() => active.forEach((entry) => cancel.mutate(entry.id))}>
                {t('queue.cancelAll', { count: active.length })}
              </Button>
            )}
          </div>
          <Refusal error={generations.error} onRetry={() => void generations.refetch()} />
          <Refusal error={cancel.error ?? retry.error} />
          {generations.isPending && <Waiting />}
          {generations.data?.length === 0 && (
            <div className="blank">
              <h2>{t('queue.emptyTitle')}</h2>
              <p>{t('queue.emptyText')}</p>
            </div>
          )}
          {groupByShot(all).map(({ shotId, items }) => {
            const shot = shots.get(shotId);
            return (
              <section key={shotId} className="queue-group" aria-label={shot ? shotCode(shot) : t('queue.removedShot')}>
                <h2>
                  {shot ? (
                    <Link to={`/f/${filmId}/shots/${encodeURIComponent(shotCode(shot))}`}>
                      {shotCode(shot)} <span className="faint">{shotTitle(shot)}</span>
                    </Link>
                  ) : (
                    t('queue.removedShot')
                  )}
                </h2>
                <ul>
                  {items.map((generation) => (
                    <Row
                      key={generation.id}
                      generation={generation}
                      onCancel={() => cancel.mutate(generation.id)}
                      onRetry={() => retry.mutate(generation.id)}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </main>
    </>
  );
}

function Row({ generation, onCancel, onRetry }: { generation: Generation; onCancel(): void; onRetry(): void }) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const failed = hasFailed(generation);
  const price = isActive(generation) ? generation.estimate : generation.cost;
  const mark: Mark = failed
    ? 'failed'
    : isActive(generation)
      ? 'generating'
      : generation.state === 'succeeded'
        ? 'circled'
        : 'rejected';
  return (
    <li className="queue-row">
      <span className={failed ? 'status bad queue-state' : 'status queue-state'}>
        <StatusMark mark={mark} size={14} />
        {t(`queue.states.${generation.state}`, { defaultValue: generation.state })}
      </span>
      <span className="queue-take">{t('shot.take', { number: generation.number })}</span>
      <span className="faint cut queue-model">
        {[generation.recipe.provider, generation.recipe.model].filter(Boolean).join(' · ')}
      </span>
      <span className="grow soft cut queue-why" title={generation.failure?.message ?? undefined}>
        {generation.failure
          ? `${t(`failure.${generation.failure.kind}`, { defaultValue: t('failure.unknown') })}${generation.failure.message ? `: ${generation.failure.message}` : ''}`
          : generation.position !== null && isActive(generation)
            ? t('queue.position', { position: generation.position })
            : ''}
      </span>
      <span className="faint small">{isFree(price) ? t('queue.free') : formatMoney(price, i18n.language)}</span>
      <span className="faint small queue-when">{formatWhen(generation.endedAt ?? generation.createdAt, i18n.language)}</span>
      <span className="queue-act">
        {may.generate && isActive(generation) && (
          <Button compact look="line" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        {may.generate && failed && (
          <Button compact look="line" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </span>
    </li>
  );
}
