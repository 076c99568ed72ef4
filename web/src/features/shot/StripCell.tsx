import { useTranslation } from 'react-i18next';
import { useRetryGeneration } from '@/api/requests/retry-generation';
import type { Generation, Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Picture } from '@/components/Picture';
import { StatusMark, type Mark } from '@/components/StatusMark';
import { isRejected } from '@/film/structure';
import { cx } from '@/lib/cx';
import { formatMoney, isFree } from '@/lib/format';
import type { StripItem } from './strip';

interface Props {
  item: StripItem;
  current: string | undefined;
  selectedId: string | null;
  onShow(take: Take): void;
}

export function StripCell({ item, current, selectedId, onShow }: Props) {
  if (item.kind === 'take')
    return (
      <TakeCell take={item.take} current={item.take.id === current} selected={item.take.id === selectedId} onShow={onShow} />
    );
  return <AttemptCell generation={item.generation} failed={item.kind === 'failed'} />;
}

function TakeCell({
  take,
  current,
  selected,
  onShow,
}: {
  take: Take;
  current: boolean;
  selected: boolean;
  onShow(take: Take): void;
}) {
  const { t, i18n } = useTranslation();
  const mark: Mark | null = selected ? 'selected' : isRejected(take) ? 'rejected' : take.circled ? 'circled' : null;
  const said = mark ? t(`status.${mark}`) : isFree(take.cost) ? '' : formatMoney(take.cost!, i18n.language);
  return (
    <button
      type="button"
      className={cx('take', current && 'current', isRejected(take) && 'rejected')}
      aria-current={current || undefined}
      onClick={() => onShow(take)}
    >
      <span className="take-pic">
        <Picture take={take} size={320} alt="" eager />
        {mark && (
          <span className="take-mark">
            <StatusMark mark={mark} />
          </span>
        )}
      </span>
      <span className="take-cap">
        <strong>
          <span className="visually-hidden">{t('shot.takeWord')} </span>
          {take.number}
        </strong>
        <span className={mark ? 'soft' : 'faint'}>{said}</span>
        {take.rating ? <span className="take-rating">{'★'.repeat(take.rating)}</span> : null}
      </span>
    </button>
  );
}

/** A try that made no take says why, whether it cost anything, and what can be done next. */
function AttemptCell({ generation, failed }: { generation: Generation; failed: boolean }) {
  const { t } = useTranslation();
  const retry = useRetryGeneration();
  const failure = generation.failure;
  return (
    <div className={cx('take', failed ? 'failed' : 'pending')}>
      <div className="take-pic">
        {failed ? (
          <>
            <span className="status bad strong">
              <StatusMark mark="failed" size={14} />
              <span className="cut">{t(`failure.${failure?.kind ?? 'unknown'}`, { defaultValue: t('failure.unknown') })}</span>
            </span>
            <span className="soft attempt-cause" title={failure?.message ?? undefined}>
              {generation.attempts.length > 1 && `${t('shot.tried', { count: generation.attempts.length })} `}
              {t(failure?.billable ? 'shot.charged' : 'shot.notCharged')}
            </span>
          </>
        ) : (
          <span className="status">
            <StatusMark mark="generating" size={14} />
            {t(`queue.states.${generation.state}`, { defaultValue: generation.state })}
          </span>
        )}
      </div>
      <div className="take-cap">
        <strong>{generation.number}</strong>
        {failed && (
          <Button compact className="take-retry" disabled={retry.isPending} onClick={() => retry.mutate(generation.id)}>
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
