import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/requests/may';
import type { Generation } from '@/api/types';
import { Button } from '@/components/Button';
import { StatusMark, type Mark } from '@/components/StatusMark';
import { hasFailed, isActive } from '@/film/generations';
import { formatClock, formatMoney, formatWhen, isFree } from '@/lib/format';

interface Props {
  generation: Generation;
  onCancel(): void;
  onRetry(): void;
}

/** One piece of work: where it stands, what it costs, why it failed, and what can be done. */
export function QueueRow({ generation, onCancel, onRetry }: Props) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const failed = hasFailed(generation);
  const active = isActive(generation);
  const price = active ? generation.estimate : generation.cost;
  const mark: Mark = failed ? 'failed' : active ? 'generating' : generation.state === 'succeeded' ? 'circled' : 'rejected';
  const reason = generation.failure
    ? `${t(`failure.${generation.failure.kind ?? 'unknown'}`)}${generation.failure.message ? `: ${generation.failure.message}` : ''}`
    : '';
  const stands = !active
    ? reason
    : [
        reason,
        generation.notBefore && generation.state === 'queued'
          ? t('making.againAt', { time: formatClock(generation.notBefore, i18n.language) })
          : '',
        generation.position !== null ? t('queue.position', { position: generation.position }) : '',
      ]
        .filter(Boolean)
        .join(' · ');
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
        {stands}
      </span>
      <span className="faint small">{isFree(price) ? t('queue.free') : formatMoney(price, i18n.language)}</span>
      <span className="faint small queue-when">{formatWhen(generation.endedAt ?? generation.createdAt, i18n.language)}</span>
      <span className="queue-act">
        {may.generate && active && (
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
