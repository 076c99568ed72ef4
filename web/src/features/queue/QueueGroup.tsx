import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCancelGeneration } from '@/api/requests/cancel-generation';
import { useMay } from '@/api/requests/may';
import { useRetryGeneration } from '@/api/requests/retry-generation';
import type { Generation, Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { isActive } from '@/film/generations';
import { shotCode, shotTitle } from '@/film/structure';
import { useCancelShotGenerations } from './api/cancel-shot-generations';
import { QueueRow } from './QueueRow';

interface Props {
  filmId: string;
  shotId: string;
  /** Absent when it was removed since. */
  shot: Shot | undefined;
  items: readonly Generation[];
}

/** Everything of one shot: what runs and waits can be taken back alone or together. */
export function QueueGroup({ filmId, shotId, shot, items }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const cancel = useCancelGeneration();
  const cancelRest = useCancelShotGenerations();
  const retry = useRetryGeneration();
  const active = items.filter(isActive).length;
  const name = shot ? shotCode(shot) : t('queue.removedShot');
  return (
    <section className="queue-group" aria-label={name}>
      <header className="row">
        <h2 className="grow cut">
          {shot ? (
            <Link to={`/f/${filmId}/shots/${encodeURIComponent(name)}`}>
              {name} <span className="faint">{shotTitle(shot)}</span>
            </Link>
          ) : (
            name
          )}
        </h2>
        {may.generate && active > 1 && (
          <Button compact look="ghost" disabled={cancelRest.isPending} onClick={() => cancelRest.mutate(shotId)}>
            {t('making.cancelShot', { count: active })}
          </Button>
        )}
      </header>
      <ul>
        {items.map((generation) => (
          <QueueRow
            key={generation.id}
            generation={generation}
            onCancel={() => cancel.mutate(generation.id)}
            onRetry={() => retry.mutate(generation.id)}
          />
        ))}
      </ul>
      <Refusal error={cancel.error ?? cancelRest.error ?? retry.error} />
    </section>
  );
}
